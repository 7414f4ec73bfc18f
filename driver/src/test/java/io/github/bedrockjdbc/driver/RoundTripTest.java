package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.parameter.ParameterValue;
import io.github.bedrockjdbc.driver.parameter.PlainValue;
import io.github.bedrockjdbc.driver.testing.InZone;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read and is then set as a parameter finds its row again. */
class RoundTripTest {
  private static final List<String> DIGITS =
      List.of(
          "2026-03-08T01:59:59.999",
          "2026-03-08T02:30:00.123",
          "2026-03-08T03:00:00",
          "2026-11-01T01:30:00.001",
          "2026-04-05T01:45:00",
          "2026-10-04T02:15:00",
          "2026-06-30T23:59:59.999",
          "2018-11-04T00:00:00",
          "1969-12-31T23:59:59.999",
          "1970-01-01T00:00:00",
          "1900-01-01T00:00:00.5",
          "1582-10-04T12:00:00",
          "1582-10-15T00:00:00",
          "0001-01-01T00:00:00",
          "9999-12-31T23:59:59.999");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "America/New_York",
        "America/Sao_Paulo",
        "America/St_Johns",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Pacific/Apia"
      })
  void timestamps(String zone) throws Exception {
    InZone.run(
        zone,
        () -> {
          for (String digits : DIGITS) {
            final LocalDateTime local = LocalDateTime.parse(digits);
            final long value = local.toInstant(ZoneOffset.UTC).toEpochMilli();
            final BedrockResultSet cell = Results.cell(SqlTypeName.TIMESTAMP, value);

            for (Class<?> javaClass :
                List.of(
                    String.class,
                    LocalDateTime.class,
                    Instant.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class)) {
              assertThat(ParameterValue.of(cell.getObject(1, javaClass), Types.TIMESTAMP))
                  .as("%s as %s", digits, javaClass)
                  .isEqualTo(value);
            }
            for (String other : List.of("UTC", "Asia/Tokyo", "America/Caracas")) {
              final Calendar calendar =
                  Calendar.getInstance(TimeZone.getTimeZone(other), Locale.ROOT);
              assertThat(
                      ParameterValue.of(
                          PlainValue.of(cell.getTimestamp(1, calendar), calendar), Types.TIMESTAMP))
                  .as("%s in %s", digits, other)
                  .isEqualTo(value);
            }
            if (Timestamp.valueOf(local).toLocalDateTime().equals(local)) { // not in a gap
              assertThat(ParameterValue.of(cell.getTimestamp(1), Types.TIMESTAMP))
                  .as(digits)
                  .isEqualTo(value);
              assertThat(ParameterValue.of(cell.getObject(1), Types.TIMESTAMP))
                  .as(digits)
                  .isEqualTo(value);
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/Sao_Paulo", "America/St_Johns", "Pacific/Apia"})
  void datesAndTimes(String zone) throws Exception {
    final Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"), Locale.ROOT);
    InZone.run(
        zone,
        () -> {
          for (String digits : DIGITS) {
            final LocalDateTime local = LocalDateTime.parse(digits);
            final int days = (int) local.toLocalDate().toEpochDay();
            final BedrockResultSet day = Results.cell(SqlTypeName.DATE, days);
            final Date date = day.getDate(1);
            assertThat(ParameterValue.of(date, Types.DATE)).as(digits).isEqualTo(days);
            assertThat(ParameterValue.of(PlainValue.of(day.getDate(1, tokyo), tokyo), Types.DATE))
                .as(digits)
                .isEqualTo(days);
            assertThat(ParameterValue.of(day.getString(1), Types.DATE)).isEqualTo(days);

            final int millis = (int) (local.toLocalTime().toNanoOfDay() / 1_000_000);
            final BedrockResultSet clock = Results.cell(SqlTypeName.TIME, millis);
            final Time time = clock.getTime(1);
            assertThat(ParameterValue.of(time, Types.TIME)).as(digits).isEqualTo(millis);
            assertThat(ParameterValue.of(PlainValue.of(clock.getTime(1, tokyo), tokyo), Types.TIME))
                .as(digits)
                .isEqualTo(millis);
            assertThat(ParameterValue.of(clock.getString(1), Types.TIME)).isEqualTo(millis);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Failed", "", "日本語 \uD83D\uDE00", "it's"})
  void texts(String text) throws Exception {
    final BedrockResultSet cell = Results.cell(SqlTypeName.VARCHAR, text);
    final List<Object> asRead =
        List.of(
            cell.getString(1),
            cell.getNString(1),
            cell.getObject(1),
            cell.getClob(1),
            cell.getNClob(1),
            cell.getCharacterStream(1),
            cell.getNCharacterStream(1),
            cell.getAsciiStream(1),
            cell.getBinaryStream(1),
            cell.getBytes(1));

    for (Object value : asRead) {
      assertThat(ParameterValue.of(value, Types.VARCHAR)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 127, Long.MIN_VALUE, Long.MAX_VALUE})
  void numbers(long number) throws Exception {
    final BedrockResultSet cell = Results.cell(SqlTypeName.BIGINT, number);
    final List<Object> asRead =
        List.of(cell.getLong(1), cell.getObject(1), cell.getBigDecimal(1), cell.getString(1));

    for (Object value : asRead) {
      assertThat(ParameterValue.of(value, Types.BIGINT)).isEqualTo(number);
    }
  }
}
