package io.github.bedrockjdbc.driver.rewrite;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** Gives a timestamp that is cast to text its milliseconds, which Calcite's cast leaves out. */
public final class FullTimestampTexts extends ExpressionRewrite {
  private static final int A_SECOND = 1000;

  private final RexBuilder rexBuilder;

  public FullTimestampTexts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (call.getKind() != SqlKind.CAST
        || !SqlTypeName.CHAR_TYPES.contains(call.getType().getSqlTypeName())
        || call.getOperands().get(0).getType().getSqlTypeName() != SqlTypeName.TIMESTAMP) {
      return call;
    }
    final RexNode timestamp = call.getOperands().get(0);
    final RexNode full =
        call(
            SqlStdOperatorTable.CONCAT,
            call(SqlStdOperatorTable.CONCAT, text(timestamp), rexBuilder.makeLiteral(".")),
            threeDigits(call(SqlStdOperatorTable.MOD, millis(timestamp), number(A_SECOND))));
    return rexBuilder.makeCast(call.getType(), full);
  }

  /** Of the minute. */
  private RexNode millis(RexNode timestamp) {
    return call(
        SqlStdOperatorTable.EXTRACT, rexBuilder.makeFlag(TimeUnitRange.MILLISECOND), timestamp);
  }

  private RexNode threeDigits(RexNode number) {
    return call(
        SqlStdOperatorTable.SUBSTRING,
        text(call(SqlStdOperatorTable.PLUS, number, number(A_SECOND))),
        number(2));
  }

  private RexNode text(RexNode value) {
    final RelDataType text = rexBuilder.getTypeFactory().createSqlType(SqlTypeName.VARCHAR);
    return rexBuilder.makeAbstractCast(
        rexBuilder.getTypeFactory().createTypeWithNullability(text, value.getType().isNullable()),
        value,
        false);
  }

  private RexNode number(int value) {
    return rexBuilder.makeExactLiteral(BigDecimal.valueOf(value));
  }

  private RexNode call(SqlOperator operator, RexNode... operands) {
    return rexBuilder.makeCall(operator, List.of(operands));
  }
}
