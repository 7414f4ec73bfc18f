package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.BOOLEAN;
import static org.apache.calcite.sql.type.SqlTypeName.DATE;
import static org.apache.calcite.sql.type.SqlTypeName.DECIMAL;
import static org.apache.calcite.sql.type.SqlTypeName.DOUBLE;
import static org.apache.calcite.sql.type.SqlTypeName.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeName.REAL;
import static org.apache.calcite.sql.type.SqlTypeName.SMALLINT;
import static org.apache.calcite.sql.type.SqlTypeName.TIME;
import static org.apache.calcite.sql.type.SqlTypeName.TIMESTAMP;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bedrockjdbc.driver.value.Conversion;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConversionTest {
  private static final LocalDateTime DIGITS = LocalDateTime.parse("2026-03-08T02:30:00.123");
  private static final long MILLIS = 1_772_937_000_123L;
  private static final int DAY = 20_520;
  private static final int TIME_OF_DAY = 9_000_000;

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(VARCHAR, "abc", Object.class, "abc"),
        arguments(VARCHAR, "abc", String.class, "abc"),
        arguments(VARCHAR, "12", Integer.class, 12),
        arguments(VARCHAR, " 12 ", Long.class, 12L),
        arguments(VARCHAR, "1.5", BigDecimal.class, new BigDecimal("1.5")),
        arguments(VARCHAR, "1.5", Double.class, 1.5),
        arguments(VARCHAR, "yes", Boolean.class, true),
        arguments(VARCHAR, "F", Boolean.class, false),
        arguments(VARCHAR, "2026-03-08 02:30:00.123", LocalDateTime.class, DIGITS),
        arguments(VARCHAR, "2026-03-08T02:30:00.123Z", Instant.class, instant()),
        arguments(VARCHAR, "2026-03-08", LocalDate.class, DIGITS.toLocalDate()),
        arguments(VARCHAR, "2026-03-09", Date.class, Date.valueOf("2026-03-09")),
        arguments(VARCHAR, "02:30", LocalTime.class, LocalTime.of(2, 30)),
        arguments(INTEGER, 24, Object.class, 24),
        arguments(INTEGER, 24L, Integer.class, 24),
        arguments(INTEGER, 24, Long.class, 24L),
        arguments(INTEGER, 24, Short.class, (short) 24),
        arguments(INTEGER, 24, Byte.class, (byte) 24),
        arguments(INTEGER, 24, BigDecimal.class, BigDecimal.valueOf(24)),
        arguments(INTEGER, 24, BigInteger.class, BigInteger.valueOf(24)),
        arguments(INTEGER, 24, Double.class, 24.0),
        arguments(INTEGER, 24, Float.class, 24f),
        arguments(INTEGER, 24, String.class, "24"),
        arguments(INTEGER, 24, Boolean.class, true),
        arguments(INTEGER, 0, Boolean.class, false),
        arguments(SMALLINT, (short) 7, Object.class, 7),
        arguments(BIGINT, 100L, Object.class, 100L),
        arguments(BIGINT, 100, Long.class, 100L),
        arguments(BIGINT, 100L, Integer.class, 100),
        arguments(BIGINT, Long.MIN_VALUE, String.class, "-9223372036854775808"),
        arguments(TIMESTAMP, MILLIS, Object.class, Timestamp.valueOf(DIGITS)),
        arguments(TIMESTAMP, MILLIS, LocalDateTime.class, DIGITS),
        arguments(TIMESTAMP, MILLIS, Instant.class, instant()),
        arguments(TIMESTAMP, MILLIS, OffsetDateTime.class, DIGITS.atOffset(ZoneOffset.UTC)),
        arguments(TIMESTAMP, MILLIS, ZonedDateTime.class, DIGITS.atZone(ZoneOffset.UTC)),
        arguments(TIMESTAMP, MILLIS, LocalDate.class, DIGITS.toLocalDate()),
        arguments(TIMESTAMP, MILLIS, LocalTime.class, DIGITS.toLocalTime()),
        arguments(TIMESTAMP, MILLIS, Date.class, Date.valueOf("2026-03-08")),
        arguments(
            TIMESTAMP, MILLIS, Time.class, new Time(Time.valueOf("02:30:00").getTime() + 123)),
        arguments(
            TIMESTAMP,
            MILLIS,
            java.util.Date.class,
            java.util.Date.from(Timestamp.valueOf(DIGITS).toInstant())),
        arguments(TIMESTAMP, MILLIS, Long.class, MILLIS),
        arguments(TIMESTAMP, MILLIS, String.class, "2026-03-08 02:30:00.123"),
        arguments(TIMESTAMP, 0L, String.class, "1970-01-01 00:00:00.000"),
        arguments(
            TIMESTAMP, -1L, LocalDateTime.class, LocalDateTime.parse("1969-12-31T23:59:59.999")),
        arguments(TIMESTAMP, -1L, String.class, "1969-12-31 23:59:59.999"),
        arguments(DATE, DAY, Object.class, Date.valueOf("2026-03-08")),
        arguments(DATE, DAY, LocalDate.class, DIGITS.toLocalDate()),
        arguments(DATE, DAY, LocalDateTime.class, DIGITS.toLocalDate().atStartOfDay()),
        arguments(DATE, DAY, String.class, "2026-03-08"),
        arguments(DATE, -1, String.class, "1969-12-31"),
        arguments(TIME, TIME_OF_DAY, Object.class, Time.valueOf("02:30:00")),
        arguments(TIME, TIME_OF_DAY, LocalTime.class, LocalTime.of(2, 30)),
        arguments(TIME, TIME_OF_DAY, String.class, "02:30:00"),
        arguments(
            TIME, TIME_OF_DAY, OffsetTime.class, LocalTime.of(2, 30).atOffset(ZoneOffset.UTC)),
        arguments(TIME, TIME_OF_DAY, Timestamp.class, Timestamp.valueOf("1970-01-01 02:30:00")),
        arguments(
            TIMESTAMP, MILLIS, OffsetTime.class, DIGITS.toLocalTime().atOffset(ZoneOffset.UTC)),
        arguments(VARCHAR, "2026-03-08 02:30:00.123", LocalTime.class, DIGITS.toLocalTime()),
        arguments(VARCHAR, "no", Boolean.class, false),
        arguments(VARCHAR, "y", Boolean.class, true),
        arguments(VARCHAR, "日", byte[].class, "日".getBytes(StandardCharsets.UTF_8)),
        arguments(TIME, TIME_OF_DAY + 1_005, String.class, "02:30:01.005"),
        arguments(DOUBLE, 1.5, Object.class, 1.5),
        arguments(DOUBLE, 1.5f, Object.class, 1.5),
        arguments(DOUBLE, 1.5, String.class, "1.5"),
        arguments(DOUBLE, 100.0, Long.class, 100L),
        arguments(DOUBLE, -1.9, Integer.class, -1),
        arguments(DOUBLE, 0.1, BigDecimal.class, new BigDecimal("0.1")),
        arguments(DOUBLE, Double.NaN, String.class, "NaN"),
        arguments(REAL, 0.1f, Object.class, 0.1),
        arguments(DECIMAL, new BigDecimal("1E+3"), String.class, "1000"),
        arguments(DECIMAL, new BigDecimal("12.50"), Object.class, new BigDecimal("12.50")),
        arguments(DECIMAL, new BigDecimal("12.50"), Integer.class, 12),
        arguments(DECIMAL, new BigDecimal("0.0"), Boolean.class, false),
        arguments(BOOLEAN, true, Object.class, true),
        arguments(BOOLEAN, true, String.class, "true"),
        arguments(BOOLEAN, false, Integer.class, 0),
        arguments(SqlTypeName.ARRAY, List.of(1, 2), Object.class, "[1, 2]"),
        arguments(SqlTypeName.ROW, new Object[] {1, "x"}, String.class, "[1, x]"),
        arguments(SqlTypeName.INTERVAL_DAY_SECOND, 93_784_005L, String.class, "+1 02:03:04.005"),
        arguments(SqlTypeName.INTERVAL_HOUR, -7_200_000L, String.class, "-2"),
        arguments(SqlTypeName.INTERVAL_YEAR_MONTH, 30, Object.class, "+2-06"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsGivenAsTheClass(SqlTypeName type, Object value, Class<?> javaClass, Object expected)
      throws SQLException {
    final BedrockResultSet cell = Results.cell(type, value);

    assertThat((Object) cell.getObject(1, javaClass)).isEqualTo(expected).isInstanceOf(javaClass);
    assertThat(cell.wasNull()).isFalse();
    if (javaClass == Object.class) {
      assertThat(cell.getObject(1)).isEqualTo(expected);
      assertThat(cell.getObject("C1")).isEqualTo(expected);
    }
    if (javaClass == String.class) {
      assertThat(cell.getString(1)).isEqualTo(expected);
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(VARCHAR, "abc", Integer.class, "22018"),
        arguments(VARCHAR, "", Integer.class, "22018"),
        arguments(VARCHAR, "abc", Boolean.class, "22018"),
        arguments(VARCHAR, "abc", LocalDateTime.class, "22018"),
        arguments(VARCHAR, "2026-02-30", Instant.class, "22018"),
        arguments(VARCHAR, "25:00", LocalTime.class, "22018"),
        arguments(VARCHAR, "300", Byte.class, "22003"),
        arguments(VARCHAR, "1E999999999", BigInteger.class, "22003"),
        arguments(VARCHAR, "1E400", Double.class, "22003"),
        arguments(VARCHAR, "abc", UUID.class, "22005"),
        arguments(INTEGER, 24, LocalDate.class, "22005"),
        arguments(INTEGER, 128, Byte.class, "22003"),
        arguments(INTEGER, 32_768, Short.class, "22003"),
        arguments(INTEGER, 3_000_000_000L, Object.class, "22003"),
        arguments(BIGINT, 2_147_483_648L, Integer.class, "22003"),
        arguments(BIGINT, -2_147_483_649L, Integer.class, "22003"),
        arguments(BIGINT, 1L, Timestamp.class, "22005"),
        arguments(DOUBLE, 1e300, Long.class, "22003"),
        arguments(DOUBLE, 1e300, Float.class, "22003"),
        arguments(DOUBLE, Double.NaN, Integer.class, "22003"),
        arguments(DOUBLE, Double.POSITIVE_INFINITY, BigDecimal.class, "22003"),
        arguments(DECIMAL, new BigDecimal("9223372036854775808"), Long.class, "22003"),
        arguments(TIMESTAMP, MILLIS, Integer.class, "22005"),
        arguments(TIMESTAMP, MILLIS, Boolean.class, "22005"),
        arguments(DATE, DAY, LocalTime.class, "22005"),
        arguments(TIME, TIME_OF_DAY, LocalDate.class, "22005"),
        arguments(TIME, TIME_OF_DAY, LocalDateTime.class, "22005"),
        arguments(DATE, DAY, Time.class, "22005"),
        arguments(DATE, DAY, OffsetTime.class, "22005"),
        arguments(TIME, TIME_OF_DAY, Date.class, "22005"),
        arguments(VARCHAR, "2026-03-08", LocalTime.class, "22018"),
        arguments(TIMESTAMP, MILLIS, byte[].class, "22005"),
        arguments(TIMESTAMP, MILLIS, Clob.class, "22005"),
        arguments(BIGINT, 1L, Calendar.class, "22005"),
        arguments(BOOLEAN, true, LocalDate.class, "22005"),
        arguments(BOOLEAN, true, int.class, "22005"),
        arguments(BOOLEAN, true, null, "HY024"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatDoesNotSuitIsRefused(SqlTypeName type, Object value, Class<?> javaClass, String state)
      throws SQLException {
    final BedrockResultSet cell = Results.cell(type, value);

    assertThat(stateOf(() -> cell.getObject(1, javaClass))).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "VARCHAR",
        "INTEGER",
        "BIGINT",
        "DECIMAL",
        "DOUBLE",
        "BOOLEAN",
        "DATE",
        "TIME",
        "TIMESTAMP"
      })
  void nullIsNullAsAnyClass(SqlTypeName type) throws SQLException {
    for (Class<?> javaClass : Conversion.BY_CLASS.keySet()) {
      final BedrockResultSet cell = Results.cell(type, null);
      assertThat((Object) cell.getObject(1, javaClass)).isNull();
      assertThat(cell.wasNull()).isTrue();
    }
    final BedrockResultSet cell = Results.cell(type, null);
    assertThat(cell.getObject(1, UUID.class)).isNull();
    assertThat(cell.getLong(1)).isZero();
    assertThat(cell.getBoolean(1)).isFalse();
    assertThat(cell.getTimestamp(1)).isNull();
    assertThat(cell.getClob(1)).isNull();
    assertThat(cell.wasNull()).isTrue();
  }

  @Test
  void everyGetterReadsText() throws Exception {
    final BedrockResultSet cell = Results.cell(VARCHAR, "12");
    assertThat(cell.getInt(1)).isEqualTo(12);
    assertThat(cell.getLong(1)).isEqualTo(12L);
    assertThat(cell.getDouble(1)).isEqualTo(12d);
    assertThat(cell.getBigDecimal(1)).isEqualByComparingTo("12");
    final BedrockResultSet text = Results.cell(VARCHAR, "日é");
    assertThat(text.getNString(1)).isEqualTo("日é");
    assertThat(read(text.getCharacterStream(1))).isEqualTo("日é");
    assertThat(read(text.getNCharacterStream(1))).isEqualTo("日é");
    assertThat(text.getClob(1).getSubString(1, 2)).isEqualTo("日é");
    assertThat(text.getBytes(1)).isEqualTo("日é".getBytes(StandardCharsets.UTF_8));
    assertThat(Results.cell(VARCHAR, "abc").getAsciiStream(1).readAllBytes())
        .isEqualTo(new byte[] {'a', 'b', 'c'});
  }

  private static String read(Reader reader) throws IOException {
    final StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }

  private static Instant instant() {
    return DIGITS.toInstant(ZoneOffset.UTC);
  }
}
