package io.github.bedrockjdbc.driver.function;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql2rel.SqlRexContext;

/** Gives a value a type, which may be null: no cast that can be written does. */
public final class RecursiveColumn extends SqlSpecialOperator {
  private final RelDataType type;

  public RecursiveColumn(RelDataType type) {
    super(
        "RECURSIVE COLUMN",
        SqlKind.OTHER,
        0,
        true,
        ReturnTypes.explicit(type),
        null,
        OperandTypes.ANY);
    this.type = type;
  }

  /** Calcite would look for an operator of that name. */
  @Override
  public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
    validator.deriveType(scope, call.operand(0));
    return type;
  }

  /** As a convertlet does. */
  RexNode converted(SqlRexContext context, SqlCall call) {
    return context
        .getRexBuilder()
        .makeCast(type, context.convertExpression(call.operand(0)), true, false);
  }
}
