package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.function.DriverFunction;
import io.github.bedrockjdbc.driver.type.TimeDifferences;
import java.math.BigDecimal;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.implicit.TypeCoercionImpl;
import org.apache.calcite.util.DateString;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Coercions of operands. A number added to a date counts days, and so does the difference of two
 * dates; that of timestamps is an interval.
 */
public final class OperandCoercion extends TypeCoercionImpl {
  public OperandCoercion(RelDataTypeFactory types, SqlValidator validator) {
    super(types, validator);
  }

  @Override
  public boolean binaryArithmeticCoercion(SqlCallBinding binding) {
    final SqlKind kind = binding.getOperator().getKind();
    if (binding.getOperandCount() == 2 && (kind == SqlKind.PLUS || kind == SqlKind.MINUS)) {
      final SqlCall call = binding.getCall();
      final RelDataType right = binding.getOperandType(1);
      if (kind == SqlKind.MINUS && isNull(binding.getOperandType(0)) && isMoment(right)) {
        call.setOperand(0, cast(call.operand(0), right.getSqlTypeName()));
      }
      final RelDataType left = binding.getOperandType(0);
      if (isDate(left) && isWhole(right)) {
        call.setOperand(1, days(call.operand(1)));
        return true;
      }
      if (kind == SqlKind.PLUS && isWhole(left) && isDate(right)) {
        call.setOperand(0, days(call.operand(0)));
        return true;
      }
      if (kind == SqlKind.MINUS && isDate(left) && isDate(right)) {
        call.setOperand(0, sinceEpoch(call.operand(0)));
        call.setOperand(1, sinceEpoch(call.operand(1)));
        return true;
      }
    }
    return TimeDifferences.isApplied(binding) || super.binaryArithmeticCoercion(binding);
  }

  /** Intervals are compared as they are, whatever number of digits they may have. */
  @Override
  public boolean binaryComparisonCoercion(SqlCallBinding binding) {
    ComparedTypes.check(binding);
    return !(binding.getOperandCount() == 2
            && SqlTypeUtil.isInterval(binding.getOperandType(0))
            && SqlTypeUtil.isInterval(binding.getOperandType(1)))
        && super.binaryComparisonCoercion(binding);
  }

  @Override
  public boolean inOperationCoercion(SqlCallBinding binding) {
    ComparedTypes.check(binding);
    return super.inOperationCoercion(binding);
  }

  @Override
  public boolean quantifyOperationCoercion(SqlCallBinding binding) {
    ComparedTypes.check(binding);
    return super.quantifyOperationCoercion(binding);
  }

  /**
   * Calcite asserts what no one has checked: that there is such a cast. It cannot write one to an
   * interval or an array, which NULL and others of these are as they are.
   */
  @Override
  protected boolean needToCast(
      SqlValidatorScope scope, SqlNode node, RelDataType type, SqlTypeMappingRule casts) {
    final RelDataType from = validator.deriveType(scope, node);
    return from != null
        && !SqlTypeUtil.isInterval(type)
        && !SqlTypeUtil.isCollection(type)
        && !SqlTypeUtil.isMap(type)
        && SqlTypeUtil.canCastFrom(type, from, casts)
        && super.needToCast(scope, node, type, casts);
  }

  /** No value becomes a text only because another one is. */
  @Override
  public @Nullable RelDataType getWiderTypeForTwo(
      @Nullable RelDataType left, @Nullable RelDataType right, boolean promotesToText) {
    return super.getWiderTypeForTwo(left, right, false);
  }

  /** Nothing is cast to what the function would not take. */
  @Override
  public boolean userDefinedFunctionCoercion(
      SqlValidatorScope scope, SqlCall call, SqlFunction function) {
    return !isRefused(scope, call, function)
        && super.userDefinedFunctionCoercion(scope, call, function);
  }

  private boolean isRefused(SqlValidatorScope scope, SqlCall call, SqlFunction function) {
    return function instanceof DriverFunction own
        && !own.takes(
            call.getOperandList().stream()
                .map(argument -> validator.deriveType(scope, argument))
                .toList());
  }

  private static boolean isNull(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.NULL;
  }

  private static boolean isMoment(RelDataType type) {
    return isDate(type) || type.getSqlTypeName() == SqlTypeName.TIMESTAMP;
  }

  private static SqlNode cast(SqlNode value, SqlTypeName type) {
    final SqlParserPos pos = value.getParserPosition();
    return SqlStdOperatorTable.CAST.createCall(
        pos, value, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, pos), pos));
  }

  private static boolean isDate(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.DATE;
  }

  private static boolean isWhole(RelDataType type) {
    return SqlTypeName.INT_TYPES.contains(type.getSqlTypeName());
  }

  /** A number that is written becomes an interval that is written, which a scan understands. */
  private static SqlNode days(SqlNode number) {
    final SqlParserPos pos = number.getParserPosition();
    if (number instanceof SqlNumericLiteral literal
        && literal.bigDecimalValue().precision() <= SqlTypeName.MAX_INTERVAL_START_PRECISION) {
      final BigDecimal days = literal.bigDecimalValue();
      return SqlLiteral.createInterval(
          days.signum() < 0 ? -1 : 1,
          days.abs().toPlainString(),
          new SqlIntervalQualifier(
              TimeUnit.DAY, SqlTypeName.MAX_INTERVAL_START_PRECISION, null, -1, pos),
          pos);
    }
    return SqlStdOperatorTable.MULTIPLY.createCall(
        pos,
        number,
        SqlLiteral.createInterval(1, "1", new SqlIntervalQualifier(TimeUnit.DAY, null, pos), pos));
  }

  private static SqlNode sinceEpoch(SqlNode date) {
    final SqlParserPos pos = date.getParserPosition();
    final SqlNode days =
        SqlStdOperatorTable.TIMESTAMP_DIFF.createCall(
            pos,
            new SqlIntervalQualifier(TimeUnit.DAY, null, pos),
            SqlLiteral.createDate(DateString.fromDaysSinceEpoch(0), pos),
            date);
    return SqlStdOperatorTable.CAST.createCall(
        pos, days, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.INTEGER, pos), pos));
  }
}
