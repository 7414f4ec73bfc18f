package io.github.bedrockjdbc.driver.type;

import io.github.bedrockjdbc.adapter.table.TableColumn;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Units for parts of intervals: half of {@code INTERVAL '1' DAY} is twelve hours, which an interval
 * of days would not show.
 */
public final class IntervalFractions {
  private IntervalFractions() {}

  /** Whether it has no units for a part of it; those of months have no parts. */
  public static boolean areHidden(RelDataType type) {
    return SqlTypeName.DAY_INTERVAL_TYPES.contains(type.getSqlTypeName())
        && type.getSqlTypeName().getEndUnit() != TimeUnit.SECOND;
  }

  /** Days to milliseconds. */
  public static SqlIntervalQualifier units(SqlParserPos pos) {
    return new SqlIntervalQualifier(
        TimeUnit.DAY,
        SqlTypeName.MAX_INTERVAL_START_PRECISION,
        TimeUnit.SECOND,
        TableColumn.FRACTION_DIGITS,
        pos);
  }
}
