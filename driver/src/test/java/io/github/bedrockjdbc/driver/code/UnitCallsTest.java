package io.github.bedrockjdbc.driver.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.type.DriverTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.DataContexts;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexExecutorImpl;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of times and their periods, as generated code computes them, beside java.time's. */
class UnitCallsTest {
  private final RexBuilder rexBuilder = new RexBuilder(new DriverTypes());

  private static Map<TimeUnitRange, Long> parts(LocalDate day) {
    final Map<TimeUnitRange, Long> parts = new LinkedHashMap<>();
    parts.put(TimeUnitRange.YEAR, (long) day.getYear());
    parts.put(TimeUnitRange.QUARTER, day.getLong(IsoFields.QUARTER_OF_YEAR));
    parts.put(TimeUnitRange.MONTH, (long) day.getMonthValue());
    parts.put(TimeUnitRange.DAY, (long) day.getDayOfMonth());
    parts.put(TimeUnitRange.DOW, day.getDayOfWeek().getValue() % 7 + 1L);
    parts.put(TimeUnitRange.ISODOW, (long) day.getDayOfWeek().getValue());
    parts.put(TimeUnitRange.DOY, (long) day.getDayOfYear());
    parts.put(TimeUnitRange.WEEK, day.getLong(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    parts.put(TimeUnitRange.ISOYEAR, day.getLong(IsoFields.WEEK_BASED_YEAR));
    return parts;
  }

  private static LocalDateTime year(int year) {
    return LocalDateTime.of(year, 1, 1, 0, 0);
  }

  /** When the period begins that a time is in, and the next one. */
  private static Map<TimeUnitRange, List<LocalDateTime>> periods(LocalDateTime time) {
    final LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    final LocalDateTime month = day.with(TemporalAdjusters.firstDayOfMonth());
    final LocalDateTime quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
    final int year = time.getYear();
    final Map<TimeUnitRange, List<LocalDateTime>> all = new LinkedHashMap<>();
    for (ChronoUnit unit : List.of(ChronoUnit.SECONDS, ChronoUnit.MINUTES, ChronoUnit.HOURS)) {
      final LocalDateTime begin = time.truncatedTo(unit);
      final String name = unit.name().substring(0, unit.name().length() - 1);
      all.put(TimeUnitRange.valueOf(name), List.of(begin, begin.plus(1, unit)));
    }
    all.put(TimeUnitRange.DAY, List.of(day, day.plusDays(1)));
    all.put(TimeUnitRange.MONTH, List.of(month, month.plusMonths(1)));
    all.put(TimeUnitRange.QUARTER, List.of(quarter, quarter.plusMonths(3)));
    all.put(TimeUnitRange.YEAR, List.of(year(year), year(year + 1)));
    final int decade = year / 10 * 10;
    all.put(TimeUnitRange.DECADE, List.of(year(decade), year(decade + 10)));
    final int century = (year - 1) / 100 * 100 + 1;
    all.put(TimeUnitRange.CENTURY, List.of(year(century), year(century + 100)));
    final int millennium = (year - 1) / 1000 * 1000 + 1;
    all.put(TimeUnitRange.MILLENNIUM, List.of(year(millennium), year(millennium + 1000)));
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00",
        "1969-12-31T23:59:59.999",
        "1969-12-31T00:00:00",
        "1969-11-30T12:34:56.789",
        "1968-02-29T23:59:59.999",
        "1900-02-28T23:59:59.999",
        "1900-03-01T00:00:00",
        "1583-12-31T23:00:00",
        "1001-01-01T00:00:00",
        "1000-12-31T23:59:59.999",
        "2000-02-29T00:00:00",
        "2000-12-31T23:59:59.999",
        "2001-01-01T00:00:00",
        "2023-12-31T23:59:00",
        "2024-02-29T23:59:59.999",
        "2024-12-30T00:00:00.001",
        "2026-09-30T23:59:59.999",
        "2026-10-01T00:00:00",
        "2027-01-03T12:00:00"
      })
  void areThoseOfTheCalendar(LocalDateTime time) {
    final RexNode timestamp =
        rexBuilder.makeTimestampLiteral(
            TimestampString.fromMillisSinceEpoch(time.toInstant(ZoneOffset.UTC).toEpochMilli()), 3);
    final RexNode date =
        rexBuilder.makeDateLiteral(
            DateString.fromDaysSinceEpoch((int) time.toLocalDate().toEpochDay()));
    final Map<String, String> right = new LinkedHashMap<>();
    final List<RexNode> calls = new ArrayList<>();
    parts(time.toLocalDate())
        .forEach(
            (unit, part) -> {
              right.put(unit + " of time", part.toString());
              calls.add(extracted(unit, timestamp));
              right.put(unit + " of date", part.toString());
              calls.add(extracted(unit, date));
            });
    right.put("hour", Integer.toString(time.getHour()));
    calls.add(extracted(TimeUnitRange.HOUR, timestamp));
    right.put("minute", Integer.toString(time.getMinute()));
    calls.add(extracted(TimeUnitRange.MINUTE, timestamp));
    periods(time)
        .forEach(
            (unit, period) -> {
              right.put("floor to " + unit, period.get(0).toString());
              calls.add(rounded(SqlStdOperatorTable.FLOOR, timestamp, unit));
              final boolean begins = period.get(0).equals(time);
              right.put("ceil to " + unit, period.get(begins ? 0 : 1).toString());
              calls.add(rounded(SqlStdOperatorTable.CEIL, timestamp, unit));
            });
    periods(time.toLocalDate().atStartOfDay())
        .forEach(
            (unit, period) -> {
              if (unit.startUnit.yearMonth) {
                final LocalDate begin = period.get(0).toLocalDate();
                final boolean begins = begin.equals(time.toLocalDate());
                right.put(
                    "ceil of date to " + unit,
                    begins ? begin.toString() : period.get(1).toLocalDate().toString());
                calls.add(rounded(SqlStdOperatorTable.CEIL, date, unit));
              }
            });

    final Map<String, String> computed = new LinkedHashMap<>();
    final List<String> values = values(calls);
    right.keySet().forEach(name -> computed.put(name, values.get(computed.size())));
    assertThat(computed).isEqualTo(right);
  }

  private RexNode extracted(TimeUnitRange unit, RexNode time) {
    return numbered(
        rexBuilder.makeCall(
            rexBuilder.getTypeFactory().createSqlType(SqlTypeName.BIGINT),
            SqlStdOperatorTable.EXTRACT,
            List.of(rexBuilder.makeFlag(unit), time)));
  }

  private RexNode rounded(SqlOperator rounding, RexNode time, TimeUnitRange unit) {
    final RelDataType type = time.getType();
    return numbered(rexBuilder.makeCall(type, rounding, List.of(time, rexBuilder.makeFlag(unit))));
  }

  /** Calcite's own code is wrong for some, so that none is left to it. */
  private RexNode numbered(RexNode call) {
    final RexCall numbered = (RexCall) UnitCalls.numbered(call, rexBuilder);
    assertThat(numbered.getKind()).as(call.toString()).isEqualTo(SqlKind.OTHER_FUNCTION);
    return numbered;
  }

  private List<String> values(List<RexNode> calls) {
    final List<RexNode> values = new ArrayList<>();
    new RexExecutorImpl(DataContexts.EMPTY).reduce(rexBuilder, calls, values);
    return values.stream()
        .map(RexLiteral.class::cast)
        .map(
            value ->
                value.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
                    ? LocalDateTime.ofInstant(
                            Instant.ofEpochMilli(
                                value.getValueAs(TimestampString.class).getMillisSinceEpoch()),
                            ZoneOffset.UTC)
                        .toString()
                    : value.getType().getSqlTypeName() == SqlTypeName.DATE
                        ? value.getValueAs(DateString.class).toString()
                        : value.getValueAs(Long.class).toString())
        .toList();
  }
}
