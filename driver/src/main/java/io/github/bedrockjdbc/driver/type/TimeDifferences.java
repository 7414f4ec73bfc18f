package io.github.bedrockjdbc.driver.type;

import io.github.bedrockjdbc.adapter.table.TableColumn;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.TimestampString;

/**
 * {@code end_time - submit_time}: an interval of days to seconds, with milliseconds. It is the
 * difference of the intervals that have passed since 1970.
 */
public final class TimeDifferences {
  private TimeDifferences() {}

  /** Changes the call, if it is one of these differences; a date beside a timestamp is one too. */
  public static boolean isApplied(SqlCallBinding binding) {
    if (binding.getOperator().getKind() != SqlKind.MINUS || binding.getOperandCount() != 2) {
      return false;
    }
    final RelDataType left = binding.getOperandType(0);
    final RelDataType right = binding.getOperandType(1);
    if (!isTime(left) || !isTime(right) || !(isTimestamp(left) || isTimestamp(right))) {
      return false;
    }
    final SqlCall call = binding.getCall();
    call.setOperand(0, sinceEpoch(call.operand(0), left));
    call.setOperand(1, sinceEpoch(call.operand(1), right));
    return true;
  }

  private static boolean isTime(RelDataType type) {
    return isTimestamp(type) || type.getSqlTypeName() == SqlTypeName.DATE;
  }

  private static boolean isTimestamp(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.TIMESTAMP;
  }

  private static SqlNode sinceEpoch(SqlNode time, RelDataType type) {
    final SqlParserPos pos = time.getParserPosition();
    return SqlStdOperatorTable.MINUS_DATE.createCall(
        pos,
        isTimestamp(type) ? time : timestamp(time),
        SqlLiteral.createTimestamp(
            SqlTypeName.TIMESTAMP,
            TimestampString.fromMillisSinceEpoch(0),
            TableColumn.FRACTION_DIGITS,
            pos),
        IntervalFractions.units(pos));
  }

  private static SqlNode timestamp(SqlNode date) {
    final SqlParserPos pos = date.getParserPosition();
    return SqlStdOperatorTable.CAST.createCall(
        pos, date, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.TIMESTAMP, pos), pos));
  }
}
