package io.github.bedrockjdbc.driver.function;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJsonConstructorNullClause;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlJsonArrayAggAggFunction;
import org.apache.calcite.sql.fun.SqlJsonObjectAggAggFunction;
import org.apache.calcite.sql.type.SqlTypeName;

/** JSON_ARRAYAGG and JSON_OBJECTAGG, which are null if there are no rows, and of any length. */
public final class JsonFunction {
  private JsonFunction() {}

  /** The same call, of a type that says so. */
  public static SqlCall typed(SqlCall call) {
    final SqlOperator written = call.getOperator();
    if (written instanceof SqlJsonArrayAggAggFunction array) {
      ((SqlBasicCall) call).setOperator(new OfElements(array.getNullClause()));
    } else if (written instanceof SqlJsonObjectAggAggFunction object) {
      ((SqlBasicCall) call).setOperator(new OfMembers(object.getNullClause()));
    }
    return call;
  }

  private static RelDataType text(SqlOperatorBinding binding) {
    return binding
        .getTypeFactory()
        .createTypeWithNullability(
            binding.getTypeFactory().createSqlType(SqlTypeName.VARCHAR), true);
  }

  private static final class OfElements extends SqlJsonArrayAggAggFunction {
    OfElements(SqlJsonConstructorNullClause nulls) {
      super(SqlKind.JSON_ARRAYAGG, nulls);
    }

    @Override
    public RelDataType inferReturnType(SqlOperatorBinding binding) {
      return text(binding);
    }

    @Override
    public SqlJsonArrayAggAggFunction with(SqlJsonConstructorNullClause nulls) {
      return new OfElements(nulls);
    }
  }

  private static final class OfMembers extends SqlJsonObjectAggAggFunction {
    OfMembers(SqlJsonConstructorNullClause nulls) {
      super(SqlKind.JSON_OBJECTAGG, nulls);
    }

    @Override
    public RelDataType inferReturnType(SqlOperatorBinding binding) {
      return text(binding);
    }

    @Override
    public SqlJsonObjectAggAggFunction with(SqlJsonConstructorNullClause nulls) {
      return new OfMembers(nulls);
    }
  }
}
