package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.type.IntervalFractions;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Gives quotients of intervals, and products with fractions, the units to show what they are. */
final class IntervalQuotients {
  private final SqlValidator validator;

  IntervalQuotients(SqlValidator validator) {
    this.validator = validator;
  }

  /** Changes the call, if it is one of these. */
  void widen(SqlValidatorScope scope, SqlNode node) {
    if ((node.getKind() == SqlKind.DIVIDE || node.getKind() == SqlKind.TIMES)
        && node instanceof SqlCall call
        && call.operandCount() == 2) {
      widen(scope, call, 0);
      if (node.getKind() == SqlKind.TIMES) {
        widen(scope, call, 1);
      }
    }
  }

  private void widen(SqlValidatorScope scope, SqlCall call, int operand) {
    final SqlNode interval = call.operand(operand);
    final SqlNode number = call.operand(1 - operand);
    if (!SqlUtil.isNullLiteral(number, false)
        && IntervalFractions.areHidden(validator.deriveType(scope, interval))
        && mayMakeParts(call, validator.deriveType(scope, number))) {
      call.setOperand(
          operand,
          SqlStdOperatorTable.CAST.createCall(
              interval.getParserPosition(),
              interval,
              IntervalFractions.units(interval.getParserPosition())));
    }
  }

  private static boolean mayMakeParts(SqlCall call, RelDataType number) {
    return isNumber(number)
        && (call.getKind() == SqlKind.DIVIDE
            || !SqlTypeName.INT_TYPES.contains(number.getSqlTypeName()));
  }

  /** A text is read as one, and a column of NULLs as well. */
  private static boolean isNumber(RelDataType type) {
    return SqlTypeUtil.isNumeric(type)
        || SqlTypeUtil.isCharacter(type)
        || type.getSqlTypeName() == SqlTypeName.NULL;
  }
}
