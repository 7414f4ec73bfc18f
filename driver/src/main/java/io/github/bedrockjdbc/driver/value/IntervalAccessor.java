package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.adapter.table.TableColumn;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.sql.type.SqlTypeName;

/** Intervals as SQL writes them: {@code +1 02:03:04.005}, {@code +2-06}. */
final class IntervalAccessor extends TextAccessor {
  private final boolean isYearMonth;
  private final TimeUnitRange range;

  IntervalAccessor(RowCursor cursor, int ordinal, OutputColumn column) {
    super(cursor, ordinal, column);
    final SqlTypeName type = column.type();
    this.isYearMonth = SqlTypeName.YEAR_INTERVAL_TYPES.contains(type);
    final boolean isOneUnit = type.getStartUnit() == type.getEndUnit();
    this.range = TimeUnitRange.of(type.getStartUnit(), isOneUnit ? null : type.getEndUnit());
  }

  @Override
  String whole(Object value) {
    if (!(value instanceof Number interval)) {
      return value.toString();
    }
    return isYearMonth
        ? DateTimeUtils.intervalYearMonthToString(interval.intValue(), range)
        : DateTimeUtils.intervalDayTimeToString(
            interval.longValue(), range, TableColumn.FRACTION_DIGITS);
  }
}
