package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.time.TimeFunctions;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidator;

/**
 * {@code time AT TIME ZONE zone}, or {@code TIMEZONE(zone, time)}: what the clocks of the zone show
 * at a time in UTC. The other way, from what clocks show to UTC, would look the same for a literal
 * or for what already is in a zone, and is refused.
 */
public final class WallClock extends DriverFunction {
  public static final String NAME = "TIMEZONE";

  WallClock() {
    super(
        NAME,
        SqlKind.OTHER_FUNCTION,
        SqlTypeName.TIMESTAMP,
        new MethodCode(method(TimeFunctions.class, "inZone", Argument.TEXT, Argument.TIMESTAMP)),
        Argument.TEXT,
        Argument.TIMESTAMP);
  }

  @Override
  public SqlNode rewriteCall(SqlValidator validator, SqlCall call) {
    super.rewriteCall(validator, call);
    if (!isUtc(call.operand(0))) {
      final Contents contents = new Contents();
      call.operand(1).accept(contents);
      if (contents.isInZone) {
        throw SqlMistake.at(
            call.getParserPosition(),
            "AT TIME ZONE takes a time in UTC, and this one was already converted; write the"
                + " column AT TIME ZONE the target zone");
      }
      if (!contents.isInstant) {
        throw SqlMistake.at(
            call.getParserPosition(),
            "AT TIME ZONE is for columns, which are in UTC; write a literal with its offset,"
                + " such as TIMESTAMP '2026-03-08 05:00:00+01:00'");
      }
    }
    return call;
  }

  private static boolean isUtc(SqlNode zone) {
    return zone instanceof SqlCharStringLiteral literal
        && literal.getValueAs(String.class).equalsIgnoreCase("UTC");
  }

  /** What an operand is made of. */
  private static final class Contents extends SqlBasicVisitor<Void> {
    private boolean isInstant;
    private boolean isInZone;

    @Override
    public Void visit(SqlCall call) {
      isInstant |=
          call.getOperator().equals(SqlStdOperatorTable.CURRENT_TIMESTAMP)
              || call.getOperator().getName().equals("NOW");
      isInZone |=
          call instanceof SqlBasicCall
              && call.getOperator().getName().equalsIgnoreCase(NAME)
              && !isUtc(call.operand(0));
      return super.visit(call);
    }

    @Override
    public Void visit(SqlIdentifier name) {
      isInstant = true;
      return null;
    }
  }
}
