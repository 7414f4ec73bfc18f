package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.time.TimeTexts;
import java.util.function.Supplier;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;

/**
 * Values that are known before anything runs: texts that are compared with, or cast to, times in
 * every form in which parameters may be written ({@code T}, {@code Z}, offsets), and the schema.
 */
public final class ConstantFolding extends ExpressionRewrite {
  private final RexBuilder rexBuilder;

  public ConstantFolding(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (call.getOperator().equals(SqlStdOperatorTable.CURRENT_SCHEMA)) {
      return rexBuilder.makeLiteral(JobsSchema.NAME, call.getType(), true);
    }
    return call.getKind() == SqlKind.CAST
            && call.getOperands().get(0) instanceof RexLiteral literal
            && literal.getTypeName() == SqlTypeName.CHAR
            && !literal.isNull()
        ? time(literal.getValueAs(String.class), call)
        : call;
  }

  private RexNode time(String text, RexCall cast) {
    final RelDataType type = cast.getType();
    return switch (type.getSqlTypeName()) {
      case TIMESTAMP -> {
        final TimestampString timestamp =
            TimestampString.fromMillisSinceEpoch(read(() -> TimeTexts.timestamp(text), cast));
        yield rexBuilder.ensureType(
            type, rexBuilder.makeTimestampLiteral(timestamp, type.getPrecision()), true);
      }
      case DATE ->
          rexBuilder.ensureType(
              type,
              rexBuilder.makeDateLiteral(
                  DateString.fromDaysSinceEpoch(read(() -> TimeTexts.date(text), cast))),
              true);
      default -> cast;
    };
  }

  private static <T> T read(Supplier<T> time, RexCall cast) {
    try {
      return time.get();
    } catch (SqlFault e) {
      throw new SqlFault(e.state(), SqlMistake.place(cast.getParserPosition()) + e.getMessage());
    }
  }
}
