package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.type.DecimalTypes;
import java.util.OptionalInt;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCallBinding;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * {@code ROUND} and {@code TRUNCATE}, whose decimals have as many digits after the point as is
 * asked for, if a constant says so. Rounded ones have one digit more before it: 99.95 becomes
 * 100.0.
 */
final class Rounding extends SqlFunction {
  static final Rounding ROUND = new Rounding(SqlStdOperatorTable.ROUND, 1);
  static final Rounding TRUNCATE = new Rounding(SqlStdOperatorTable.TRUNCATE, 0);

  private Rounding(SqlFunction standard, int more) {
    super(
        standard.getName(),
        SqlKind.OTHER_FUNCTION,
        call -> type(call, more),
        null,
        standard.getOperandTypeChecker(),
        SqlFunctionCategory.NUMERIC);
  }

  private static RelDataType type(SqlOperatorBinding call, int more) {
    final RelDataType value = call.getOperandType(0);
    final boolean isNullable =
        call.collectOperandTypes().stream().anyMatch(RelDataType::isNullable);
    return call.getTypeFactory()
        .createTypeWithNullability(
            value.getSqlTypeName() == SqlTypeName.DECIMAL ? decimal(call, value, more) : value,
            isNullable);
  }

  private static RelDataType decimal(SqlOperatorBinding call, RelDataType value, int more) {
    final int whole = value.getPrecision() - value.getScale() + more;
    final int most = Math.max(value.getScale(), DecimalTypes.DIGITS - whole);
    final OptionalInt asked = digits(call);
    final int scale =
        asked.isPresent() ? Math.max(0, Math.min(asked.getAsInt(), most)) : value.getScale();
    return call.getTypeFactory()
        .createSqlType(
            SqlTypeName.DECIMAL, Math.max(1, Math.min(whole + scale, DecimalTypes.DIGITS)), scale);
  }

  /** Empty if it is not constant. */
  private static OptionalInt digits(SqlOperatorBinding call) {
    if (call.getOperandCount() == 1 || isNegative(call)) {
      return OptionalInt.of(0);
    }
    if (!call.isOperandLiteral(1, false) || call.isOperandNull(1, false)) {
      return OptionalInt.empty();
    }
    final Integer digits = call.getOperandLiteralValue(1, Integer.class);
    return digits == null ? OptionalInt.empty() : OptionalInt.of(digits);
  }

  private static boolean isNegative(SqlOperatorBinding call) {
    if (call instanceof SqlCallBinding written) {
      return written.operand(1) instanceof SqlCall digits
          && digits.getKind() == SqlKind.MINUS_PREFIX
          && digits.operand(0) instanceof SqlLiteral;
    }
    return call instanceof RexCallBinding translated
        && translated.operands().get(1) instanceof RexCall digits
        && digits.getKind() == SqlKind.MINUS_PREFIX
        && digits.getOperands().get(0) instanceof RexLiteral;
  }
}
