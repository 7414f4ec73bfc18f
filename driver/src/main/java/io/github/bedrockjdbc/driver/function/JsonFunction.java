package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
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
import org.apache.calcite.sql.type.SqlTypeUtil;

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

  public static boolean isTime(RelDataType type) {
    return SqlTypeUtil.isDatetime(type) || SqlTypeUtil.isInterval(type);
  }

  /** Whether it is one, or has some in it. */
  public static boolean hasTimes(RelDataType type) {
    return isTime(type)
        || (type.getComponentType() != null && hasTimes(type.getComponentType()))
        || (type.getKeyType() != null && hasTimes(type.getKeyType()))
        || (type.getValueType() != null && hasTimes(type.getValueType()))
        || (type.isStruct()
            && type.getFieldList().stream().anyMatch(field -> hasTimes(field.getType())));
  }

  /** Times would be shown as numbers. */
  private static RelDataType text(SqlOperatorBinding binding) {
    if (binding.collectOperandTypes().stream().anyMatch(JsonFunction::hasTimes)) {
      throw new SqlFault(
          SqlState.SYNTAX,
          binding.getOperator().getName().replaceAll("_(ABSENT|NULL)_ON_NULL$", "")
              + " takes no times: write CAST(x AS VARCHAR)");
    }
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
