package io.github.bedrockjdbc.driver.validate;

import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * Lets functions of keys be NULL in windows over {@code ROLLUP}, {@code CUBE} and {@code GROUPING
 * SETS}, as in {@code COUNT(UPPER(model)) OVER ()}: a total has no key. Calcite derives their types
 * from the columns that are grouped.
 */
public final class NullableKeys extends SqlBasicVisitor<Void> {
  private final SqlValidator validator;

  private NullableKeys(SqlValidator validator) {
    this.validator = validator;
  }

  /** Changes types of a validated statement. */
  public static void mark(SqlNode validated, SqlValidator validator) {
    validated.accept(new NullableKeys(validator));
  }

  @Override
  public Void visit(SqlCall call) {
    if (call instanceof SqlSelect select && select.getGroup() != null) {
      final Windows windows = new Windows(validator.getSelectScope(select));
      select.getSelectList().accept(windows);
      if (select.getOrderList() != null) {
        select.getOrderList().accept(windows);
      }
    }
    return super.visit(call);
  }

  /** Those of one query. */
  private final class Windows extends SqlBasicVisitor<Void> {
    private final SqlValidatorScope scope;
    private final RelDataTypeFactory types = validator.getTypeFactory();

    Windows(SqlValidatorScope scope) {
      this.scope = scope;
    }

    @Override
    public Void visit(SqlCall call) {
      if (call.isA(SqlKind.QUERY)) {
        return null;
      }
      if (call.getKind() == SqlKind.OVER) {
        mark(call);
      }
      return super.visit(call);
    }

    /** Whether a key is in it that may be NULL. */
    private boolean mark(SqlNode node) {
      if (isNullable(node)) {
        return true;
      }
      if (node instanceof SqlNodeList list) {
        return list.stream()
            .filter(Objects::nonNull)
            .map(this::mark)
            .reduce(false, Boolean::logicalOr);
      }
      if (!(node instanceof SqlCall call) || call.isA(SqlKind.QUERY)) {
        return false;
      }
      final boolean isOfKey =
          call.getOperandList().stream()
              .filter(Objects::nonNull)
              .map(this::mark)
              .reduce(false, Boolean::logicalOr);
      final RelDataType type = validator.getValidatedNodeTypeIfKnown(call);
      if (isOfKey && call.getOperator() instanceof SqlFunction && type != null) {
        validator.setValidatedNodeType(call, types.createTypeWithNullability(type, true));
      }
      return isOfKey;
    }

    private boolean isNullable(SqlNode node) {
      return scope.nullifyType(node, types.createSqlType(SqlTypeName.BOOLEAN)).isNullable();
    }
  }
}
