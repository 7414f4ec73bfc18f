package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.InZone;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Locale;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read must not depend on where the JVM is, or only as {@code java.sql} classes do. */
class ZonesTest {
  private static final LocalDateTime DIGITS = LocalDateTime.parse("2026-03-08T02:30:00.123");

  @ParameterizedTest
  @CsvSource({
    // zone, getTimestamp, getDate, getTime
    "UTC, 2026-03-08T02:30:00.123Z, 2026-03-08T00:00:00Z, 1970-01-01T02:30:00.123Z",
    "America/New_York, 2026-03-08T07:30:00.123Z, 2026-03-08T05:00:00Z, 1970-01-01T07:30:00.123Z",
    "America/St_Johns, 2026-03-08T06:00:00.123Z, 2026-03-08T03:30:00Z, 1970-01-01T06:00:00.123Z",
    "Asia/Kolkata, 2026-03-07T21:00:00.123Z, 2026-03-07T18:30:00Z, 1969-12-31T21:00:00.123Z",
    "Australia/Lord_Howe, 2026-03-07T15:30:00.123Z, 2026-03-07T13:00:00Z, 1969-12-31T16:30:00.123Z",
  })
  void onlyJavaSqlWithoutCalendarFollowsTheZone(
      String zone, Instant timestamp, Instant date, Instant time) throws Exception {
    InZone.run(
        zone,
        () -> {
          final BedrockResultSet cell = cell(DIGITS);
          assertThat(cell.getString(1)).isEqualTo("2026-03-08 02:30:00.123");
          assertThat(cell.getObject(1, LocalDateTime.class)).isEqualTo(DIGITS);
          assertThat(cell.getObject(1, Instant.class)).isEqualTo(DIGITS.toInstant(ZoneOffset.UTC));
          assertThat(cell.getObject(1, OffsetDateTime.class))
              .isEqualTo(DIGITS.atOffset(ZoneOffset.UTC));
          assertThat(cell.getObject(1, ZonedDateTime.class))
              .isEqualTo(DIGITS.atZone(ZoneOffset.UTC));
          assertThat(cell.getTimestamp(1).toInstant()).isEqualTo(timestamp);
          assertThat(cell.getTimestamp(1, null).toInstant()).isEqualTo(timestamp);
          assertThat(cell.getObject(1)).isEqualTo(Timestamp.valueOf(DIGITS));
          assertThat(cell.getDate(1).getTime()).isEqualTo(date.toEpochMilli());
          assertThat(cell.getTime(1).getTime()).isEqualTo(time.toEpochMilli());
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "America/New_York",
        "Asia/Kolkata",
        "America/St_Johns",
        "Australia/Lord_Howe"
      })
  void aCalendarGivesTheInstant(String zone) throws Exception {
    InZone.run(
        zone,
        () -> {
          final BedrockResultSet cell = cell(DIGITS);
          assertThat(cell.getTimestamp(1, calendar("UTC")).toInstant())
              .isEqualTo("2026-03-08T02:30:00.123Z");
          assertThat(cell.getTimestamp(1, calendar("Asia/Tokyo")).toInstant())
              .isEqualTo("2026-03-07T17:30:00.123Z");
          assertThat(cell.getTimestamp(1, calendar("America/New_York")).toInstant())
              .isEqualTo("2026-03-08T07:30:00.123Z");
          assertThat(cell.getDate(1, calendar("Asia/Tokyo")).getTime())
              .isEqualTo(Instant.parse("2026-03-07T15:00:00Z").toEpochMilli());
          assertThat(cell.getTime(1, calendar("Asia/Tokyo")).getTime())
              .isEqualTo(Instant.parse("1969-12-31T17:30:00.123Z").toEpochMilli());
        });
  }

  @ParameterizedTest
  @CsvSource({
    // of an hour that comes twice, the first; before 1582 the days of java.time
    "America/New_York, 2026-11-01T01:30:00, 2026-11-01T05:30:00Z",
    "America/New_York, 2026-11-01T00:59:59.999, 2026-11-01T04:59:59.999Z",
    "America/New_York, 2026-11-01T02:00:00, 2026-11-01T07:00:00Z",
    "America/New_York, 2026-03-08T01:59:59.999, 2026-03-08T06:59:59.999Z",
    "America/New_York, 2026-03-08T03:00:00, 2026-03-08T07:00:00Z",
    "Australia/Lord_Howe, 2026-04-05T01:45:00, 2026-04-04T14:45:00Z",
    "Australia/Lord_Howe, 2026-10-04T02:15:00, 2026-10-03T15:45:00Z",
    "America/Sao_Paulo, 2018-11-04T00:00:00, 2018-11-04T03:00:00Z",
    "UTC, 1582-10-10T12:00:00, 1582-10-10T12:00:00Z",
    "UTC, 1500-02-28T00:00:00, 1500-02-28T00:00:00Z",
    "UTC, 1965-06-01T00:00:00.001, 1965-06-01T00:00:00.001Z",
  })
  void gapsAndDoubledHoursOfACalendar(String zone, LocalDateTime digits, Instant expected)
      throws Exception {
    assertThat(cell(digits).getTimestamp(1, calendar(zone)).toInstant()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe"})
  void oldDatesKeepTheirDigits(String zone) throws Exception {
    InZone.run(
        zone,
        () -> {
          for (String day : new String[] {"1500-03-01", "1582-10-04", "1582-10-15", "1899-12-31"}) {
            final int days = (int) LocalDate.parse(day).toEpochDay();
            final BedrockResultSet cell = Results.cell(SqlTypeName.DATE, days);
            assertThat(cell.getDate(1)).hasToString(day);
            assertThat(cell.getString(1)).isEqualTo(day);
            assertThat(cell.getTimestamp(1).toString()).startsWith(day);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5_400_000, -5_400_000})
  void aZoneWithoutARegionWorks(int offset) throws Exception {
    final Calendar calendar =
        Calendar.getInstance(new SimpleTimeZone(offset, "nowhere/at all"), Locale.ROOT);

    assertThat(cell(DIGITS).getTimestamp(1, calendar).toInstant())
        .isEqualTo(DIGITS.toInstant(ZoneOffset.UTC).minusMillis(offset));
  }

  private static BedrockResultSet cell(LocalDateTime digits) throws Exception {
    return Results.cell(SqlTypeName.TIMESTAMP, digits.toInstant(ZoneOffset.UTC).toEpochMilli());
  }

  private static Calendar calendar(String zone) {
    return Calendar.getInstance(TimeZone.getTimeZone(zone), Locale.ROOT);
  }
}
