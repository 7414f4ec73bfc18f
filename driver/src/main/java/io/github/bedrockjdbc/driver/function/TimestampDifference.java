package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.time.TimeMath;
import java.math.BigDecimal;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql2rel.SqlRexContext;

/**
 * {@code TIMESTAMPDIFF}, a {@code BIGINT} of whole units, cut towards zero. Calcite counts all but
 * nanoseconds as {@code INTEGER}, and every unit by way of seconds.
 */
final class TimestampDifference extends SqlFunction {
  private static final CodeFunction WHOLE = CodeFunction.of(TimeMath.class, "difference");
  private static final CodeFunction PARTS = CodeFunction.of(TimeMath.class, "differenceOfParts");
  private static final CodeFunction MONTHS = CodeFunction.of(TimeMath.class, "differenceOfMonths");

  TimestampDifference() {
    super(
        SqlStdOperatorTable.TIMESTAMP_DIFF.getName(),
        SqlKind.TIMESTAMP_DIFF,
        ReturnTypes.BIGINT_NULLABLE,
        null,
        SqlStdOperatorTable.TIMESTAMP_DIFF.getOperandTypeChecker(),
        SqlFunctionCategory.TIMEDATE);
  }

  @Override
  public void validateCall(
      SqlCall call, SqlValidator validator, SqlValidatorScope scope, SqlValidatorScope operands) {
    super.validateCall(call, validator, scope, operands);
    final SqlIntervalQualifier unit = call.operand(0);
    validator.validateTimeFrame(unit);
    if (unit.timeFrameName == null && unit.timeUnitRange.startUnit.multiplier == null) {
      throw SqlMistake.at(
          unit.getParserPosition(), "the difference of times cannot be counted in " + unit);
    }
  }

  /** The call of a validated statement as a row expression. */
  static RexNode converted(SqlRexContext context, SqlCall call) {
    final SqlIntervalQualifier qualifier = call.operand(0);
    final TimeUnit unit = context.getValidator().validateTimeFrame(qualifier).unit();
    if (unit == null || unit.multiplier == null) {
      throw SqlMistake.at(
          qualifier.getParserPosition(),
          "the difference of times cannot be counted in " + qualifier);
    }
    final RexBuilder rexBuilder = context.getRexBuilder();
    final RexNode from = timestamp(rexBuilder, context.convertExpression(call.operand(1)));
    final RexNode to = timestamp(rexBuilder, context.convertExpression(call.operand(2)));
    final RelDataType type =
        context
            .getTypeFactory()
            .createTypeWithNullability(
                context.getTypeFactory().createSqlType(SqlTypeName.BIGINT),
                from.getType().isNullable() || to.getType().isNullable());
    final boolean isPart = unit.multiplier.compareTo(BigDecimal.ONE) < 0;
    final BigDecimal number = isPart ? BigDecimal.ONE.divide(unit.multiplier) : unit.multiplier;
    return (unit.yearMonth ? MONTHS : isPart ? PARTS : WHOLE)
        .call(rexBuilder, type, from, to, rexBuilder.makeBigintLiteral(number));
  }

  private static RexNode timestamp(RexBuilder rexBuilder, RexNode time) {
    return time.getType().getSqlTypeName() == SqlTypeName.DATE
        ? rexBuilder.makeCast(
            rexBuilder
                .getTypeFactory()
                .createTypeWithNullability(
                    rexBuilder.getTypeFactory().createSqlType(SqlTypeName.TIMESTAMP),
                    time.getType().isNullable()),
            time)
        : time;
  }
}
