package io.github.bedrockjdbc.driver.parameter;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bedrockjdbc.driver.testing.InZone;
import io.github.bedrockjdbc.driver.value.TextClob;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterValueTest {
  /** 2026-03-09 00:00:00, of the UTC wall clock. */
  private static final long MIDNIGHT = 1_773_014_400_000L;

  private static final int DAY = 20_521;

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(7, Types.INTEGER, 7),
        arguments(7L, Types.INTEGER, 7),
        arguments("7", Types.INTEGER, 7),
        arguments(7.0, Types.INTEGER, 7),
        arguments(new BigDecimal("7.00"), Types.INTEGER, 7),
        arguments(true, Types.INTEGER, 1),
        arguments(7, Types.BIGINT, 7L),
        arguments((byte) 7, Types.BIGINT, 7L),
        arguments(BigInteger.TEN, Types.BIGINT, 10L),
        arguments(7, Types.TINYINT, (byte) 7),
        arguments(7, Types.SMALLINT, (short) 7),
        arguments("1.5", Types.DECIMAL, new BigDecimal("1.5")),
        arguments(0.1, Types.DECIMAL, new BigDecimal("0.1")),
        arguments(7, Types.DOUBLE, 7.0),
        arguments(0.1f, Types.DOUBLE, 0.1),
        arguments("1e3", Types.FLOAT, 1000.0),
        arguments(1.5, Types.REAL, 1.5f),
        arguments("TRUE", Types.BOOLEAN, true),
        arguments(0, Types.BOOLEAN, false),
        arguments(true, Types.BIT, true),
        arguments("Failed", Types.VARCHAR, "Failed"),
        arguments(CharBuffer.wrap("Failed"), Types.CHAR, "Failed"),
        arguments('F', Types.VARCHAR, "F"),
        arguments(7, Types.VARCHAR, "7"),
        arguments(new BigDecimal("1E+3"), Types.VARCHAR, "1000"),
        arguments(true, Types.VARCHAR, "true"),
        arguments(DayOfWeek.MONDAY, Types.VARCHAR, "MONDAY"),
        arguments(new UUID(0, 1), Types.VARCHAR, "00000000-0000-0000-0000-000000000001"),
        arguments(new TextClob("日本語"), Types.VARCHAR, "日本語"),
        arguments(new StringReader("日本語"), Types.VARCHAR, "日本語"),
        arguments(utf8("日本語"), Types.VARCHAR, "日本語"),
        arguments(stream("日本語"), Types.VARCHAR, "日本語"),
        arguments(
            LocalDateTime.parse("2026-03-09T00:00"), Types.VARCHAR, "2026-03-09 00:00:00.000"),
        arguments(Instant.ofEpochMilli(MIDNIGHT), Types.VARCHAR, "2026-03-09 00:00:00.000"),
        arguments(
            Timestamp.valueOf("2026-03-09 00:00:00.5"), Types.VARCHAR, "2026-03-09 00:00:00.500"),
        arguments(LocalDate.parse("2026-03-09"), Types.VARCHAR, "2026-03-09"),
        arguments(Time.valueOf("02:30:00"), Types.VARCHAR, "02:30:00"),
        arguments("2026-03-09", Types.TIMESTAMP, MIDNIGHT),
        arguments("2026-03-09 00:00:00", Types.TIMESTAMP, MIDNIGHT),
        arguments("2026-03-09T00:00:00.000Z", Types.TIMESTAMP, MIDNIGHT),
        arguments("2026-03-09T05:30:00+05:30", Types.TIMESTAMP, MIDNIGHT),
        arguments("2026-03-08 19:00:00.0-0500", Types.TIMESTAMP, MIDNIGHT),
        arguments("2026-03-09 00:00:00 +00", Types.TIMESTAMP, MIDNIGHT),
        arguments(LocalDateTime.parse("2026-03-09T00:00"), Types.TIMESTAMP, MIDNIGHT),
        arguments(LocalDate.parse("2026-03-09"), Types.TIMESTAMP, MIDNIGHT),
        arguments(Date.valueOf("2026-03-09"), Types.TIMESTAMP, MIDNIGHT),
        arguments(Instant.parse("2026-03-09T00:00:00Z"), Types.TIMESTAMP, MIDNIGHT),
        arguments(
            OffsetDateTime.parse("2026-03-09T05:30+05:30"),
            Types.TIMESTAMP_WITH_TIMEZONE,
            MIDNIGHT),
        arguments(
            ZonedDateTime.parse("2026-03-08T20:00-04:00[America/New_York]"),
            Types.TIMESTAMP,
            MIDNIGHT),
        arguments(Timestamp.valueOf("2026-03-09 00:00:00"), Types.TIMESTAMP, MIDNIGHT),
        arguments(
            java.util.Date.from(Timestamp.valueOf("2026-03-09 00:00:00").toInstant()),
            Types.TIMESTAMP,
            MIDNIGHT),
        // Below the millisecond, as in a literal: cut, also before 1970.
        arguments(Instant.parse("2026-03-09T00:00:00.000999Z"), Types.TIMESTAMP, MIDNIGHT + 1),
        arguments(LocalDateTime.parse("1969-12-31T23:59:59.999999"), Types.TIMESTAMP, 0L),
        arguments("2026-03-09", Types.DATE, DAY),
        arguments(LocalDate.parse("2026-03-09"), Types.DATE, DAY),
        arguments(Date.valueOf("2026-03-09"), Types.DATE, DAY),
        arguments(LocalDateTime.parse("2026-03-09T00:00"), Types.DATE, DAY),
        arguments("02:30", Types.TIME, 9_000_000),
        arguments(LocalTime.parse("02:30:00.001"), Types.TIME, 9_000_001),
        arguments(Time.valueOf("02:30:00"), Types.TIME, 9_000_000),
        arguments(OffsetTime.parse("04:30+02:00"), Types.TIME, 9_000_000),
        arguments(OffsetTime.parse("00:30+02:00"), Types.TIME_WITH_TIMEZONE, 81_000_000),
        arguments(OffsetTime.parse("04:30+02:00"), Types.VARCHAR, "02:30:00"),
        arguments(Timestamp.valueOf("2026-03-09 02:30:00.123"), Types.TIME, 9_000_123),
        arguments(LocalDateTime.parse("2026-03-09T02:30"), Types.TIME, 9_000_000),
        arguments("y", Types.BOOLEAN, true),
        arguments("Off", Types.BOOLEAN, false),
        arguments(7, Types.OTHER, 7),
        arguments("x", Types.OTHER, "x"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void isCoercedAsALiteralWouldBe(Object value, int sqlType, Object expected) throws SQLException {
    assertThat(ParameterValue.of(value, sqlType)).isEqualTo(expected);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(3_000_000_000L, Types.INTEGER, "22003"),
        arguments("3000000000", Types.INTEGER, "22003"),
        arguments(new BigDecimal("9223372036854775808"), Types.BIGINT, "22003"),
        arguments("1E999999999", Types.BIGINT, "22003"),
        arguments(Double.NaN, Types.BIGINT, "22003"),
        arguments(300, Types.TINYINT, "22003"),
        arguments(1e300, Types.REAL, "22003"),
        arguments("1E400", Types.DOUBLE, "22003"),
        arguments(BigInteger.TEN.pow(399), Types.DOUBLE, "22003"),
        arguments(LocalDateTime.MAX, Types.TIMESTAMP, "22003"),
        arguments(Instant.MAX, Types.TIMESTAMP, "22003"),
        arguments(LocalDate.MAX, Types.DATE, "22003"),
        arguments(1.5, Types.INTEGER, "22018"),
        arguments("1.5", Types.BIGINT, "22018"),
        arguments("x", Types.INTEGER, "22018"),
        arguments("", Types.DECIMAL, "22018"),
        arguments("maybe", Types.BOOLEAN, "22018"),
        arguments(LocalDateTime.parse("2026-03-09T02:30"), Types.DATE, "22018"),
        arguments("x", Types.TIMESTAMP, "22007"),
        arguments("2026-02-29 00:00:00", Types.TIMESTAMP, "22007"),
        arguments("2026-03-09 24:00:00", Types.TIMESTAMP, "22007"),
        arguments("2026-03-09 00:00.5", Types.TIMESTAMP, "22007"),
        arguments("2026-03-09 00:00:60", Types.TIMESTAMP, "22007"),
        arguments("2026-03-09Z", Types.TIMESTAMP, "22007"),
        arguments("+12026-03-09", Types.TIMESTAMP, "22007"),
        arguments("x", Types.DATE, "22007"),
        arguments("2026-03-09", Types.TIME, "22007"),
        arguments(7, Types.TIMESTAMP, "22005"),
        arguments(MIDNIGHT, Types.TIMESTAMP, "22005"),
        arguments(MIDNIGHT, Types.DATE, "22005"),
        arguments(MIDNIGHT, Types.TIME, "22005"),
        arguments(Date.valueOf("2026-03-09"), Types.TIME, "22005"),
        arguments(LocalTime.NOON, Types.DATE, "22005"),
        arguments(new byte[] {(byte) 0xC3}, Types.VARCHAR, "22018"),
        arguments(LocalTime.NOON, Types.TIMESTAMP, "22005"),
        arguments(LocalDate.EPOCH, Types.TIME, "22005"),
        arguments(LocalDate.EPOCH, Types.BIGINT, "22005"),
        arguments(LocalDate.EPOCH, Types.BOOLEAN, "22005"),
        arguments(Duration.ZERO, Types.VARCHAR, "22005"),
        arguments(new Object[0], Types.OTHER, "22005"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatWouldCompareWrongIsRefused(Object value, int sqlType, String state) {
    assertThat(stateOf(() -> ParameterValue.of(value, sqlType))).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(ints = {Types.INTEGER, Types.VARCHAR, Types.TIMESTAMP, Types.BOOLEAN, Types.OTHER})
  void nullIsNull(int sqlType) throws SQLException {
    assertThat(ParameterValue.of(null, sqlType)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata"})
  void aCalendarGivesTheZoneOfTheDigits(String zone) throws Exception {
    InZone.run(
        zone,
        () -> {
          final Calendar tokyo =
              Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"), Locale.ROOT);
          final Timestamp timestamp = Timestamp.from(Instant.parse("2026-03-08T15:00:00Z"));
          assertThat(ParameterValue.of(PlainValue.of(timestamp, tokyo), Types.TIMESTAMP))
              .isEqualTo(MIDNIGHT);
          assertThat(ParameterValue.of(PlainValue.of(timestamp, tokyo), Types.VARCHAR))
              .isEqualTo("2026-03-09 00:00:00.000");
          assertThat(
                  ParameterValue.of(
                      PlainValue.of(new Date(timestamp.getTime()), tokyo), Types.DATE))
              .isEqualTo(DAY);
          tokyo.setTimeInMillis(timestamp.getTime());
          assertThat(ParameterValue.of(tokyo, Types.TIMESTAMP)).isEqualTo(MIDNIGHT);
        });
  }

  @Test
  void theDigitsOfTheDoubledHourAreTheSameTwice() throws Exception {
    InZone.run(
        "America/New_York",
        () -> {
          for (String instant : new String[] {"2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"}) {
            final Timestamp timestamp = Timestamp.from(Instant.parse(instant));
            assertThat(ParameterValue.of(timestamp, Types.VARCHAR))
                .isEqualTo("2026-11-01 01:30:00.000");
          }
        });
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(utf8(text));
  }
}
