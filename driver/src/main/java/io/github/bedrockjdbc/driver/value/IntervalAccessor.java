package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.adapter.table.TableColumn;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.sql.type.SqlTypeName;

/** Intervals as SQL writes them: {@code +1 02:03:04.005}, {@code +2-06}. */
final class IntervalAccessor extends TextAccessor {
  private final boolean isYearMonth;
  private final TimeUnitRange range;

  IntervalAccessor(RowCursor cursor, int ordinal, ColumnMetaData column) {
    super(cursor, ordinal, column);
    final SqlTypeName type = SqlTypeName.valueOf(column.type.name);
    this.isYearMonth = SqlTypeName.YEAR_INTERVAL_TYPES.contains(type);
    final boolean isOneUnit = type.getStartUnit() == type.getEndUnit();
    this.range = TimeUnitRange.of(type.getStartUnit(), isOneUnit ? null : type.getEndUnit());
  }

  static boolean isInterval(ColumnMetaData column) {
    final SqlTypeName type = SqlTypeName.get(column.type.name);
    return type != null && SqlTypeName.INTERVAL_TYPES.contains(type);
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
