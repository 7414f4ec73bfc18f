package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code setObject} with a type: as JDBC's table of conversions from Java has it. */
class TargetTypesTest {
  private static final Timestamp TIMESTAMP = Timestamp.valueOf("2026-03-09 02:30:00.123");
  private static final LocalDateTime DATE_TIME = TIMESTAMP.toLocalDateTime();
  private static final Date DATE = Date.valueOf("2026-03-09");
  private static final Time TIME = Time.valueOf("02:30:00");

  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(3);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  static Stream<Arguments> conversions() {
    return Stream.of(
        arguments(TIMESTAMP, Types.DATE, "DATE", "2026-03-09"),
        arguments(DATE_TIME, Types.DATE, "DATE", "2026-03-09"),
        arguments(OffsetDateTime.parse("2026-03-09T00:30+01:00"), Types.DATE, "DATE", "2026-03-08"),
        arguments("2026-03-09", Types.DATE, "DATE", "2026-03-09"),
        arguments("2026-03-09 02:30:00", Types.DATE, "DATE", "2026-03-09"),
        arguments(TIMESTAMP, Types.TIME, "TIME", "02:30:00.123"),
        arguments(DATE_TIME, Types.TIME, "TIME", "02:30:00.123"),
        arguments(OffsetTime.parse("02:30+02:00"), Types.TIME, "TIME", "00:30:00"),
        arguments(OffsetTime.parse("00:30+02:00"), Types.TIME_WITH_TIMEZONE, "TIME", "22:30:00"),
        arguments("02:30", Types.TIME, "TIME", "02:30:00"),
        arguments(DATE, Types.TIMESTAMP, "TIMESTAMP", "2026-03-09 00:00:00.000"),
        arguments(TIME, Types.TIMESTAMP, "TIMESTAMP", "1970-01-01 02:30:00.000"),
        arguments(
            LocalTime.parse("02:30:00.007"),
            Types.TIMESTAMP,
            "TIMESTAMP",
            "1970-01-01 02:30:00.007"),
        arguments(
            Instant.parse("2026-03-09T00:00:00Z"),
            Types.TIMESTAMP_WITH_TIMEZONE,
            "TIMESTAMP",
            "2026-03-09 00:00:00.000"),
        arguments("2026-03-09", Types.TIMESTAMP, "TIMESTAMP", "2026-03-09 00:00:00.000"),
        arguments(12.7, Types.INTEGER, "INTEGER", "12"),
        arguments(new BigDecimal("-99.99"), Types.SMALLINT, "INTEGER", "-99"),
        arguments(99.5f, Types.TINYINT, "INTEGER", "99"),
        arguments("12", Types.INTEGER, "INTEGER", "12"),
        arguments(true, Types.INTEGER, "INTEGER", "1"),
        arguments(3_000_000_000.5, Types.BIGINT, "BIGINT", "3000000000"),
        arguments(7, Types.DOUBLE, "DOUBLE", "7.0"),
        arguments("1.5", Types.FLOAT, "DOUBLE", "1.5"),
        arguments(0.1, Types.REAL, "DOUBLE", "0.1"),
        arguments(12.345, Types.DECIMAL, "DECIMAL", "12.345"),
        arguments("12.30", Types.NUMERIC, "DECIMAL", "12.30"),
        arguments(1, Types.BOOLEAN, "BOOLEAN", "true"),
        arguments(0, Types.BIT, "BOOLEAN", "false"),
        arguments("y", Types.BOOLEAN, "BOOLEAN", "true"),
        arguments(12, Types.VARCHAR, "VARCHAR", "12"),
        arguments(TIMESTAMP, Types.LONGVARCHAR, "VARCHAR", "2026-03-09 02:30:00.123"),
        arguments(TIME, Types.NVARCHAR, "VARCHAR", "02:30:00"),
        arguments(new StringReader("日"), Types.CLOB, "VARCHAR", "日"),
        arguments(new byte[] {'a'}, Types.VARBINARY, "VARCHAR", "a"),
        arguments(LocalDate.parse("2026-03-09"), Types.OTHER, "DATE", "2026-03-09"),
        arguments(5, Types.OTHER, "INTEGER", "5"));
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void convertsBeforeTheStatementSeesTheValue(Object value, int type, String typeName, String text)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      statement.setObject(1, value, type);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.getMetaData().getColumnTypeName(1)).isEqualTo(typeName);
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo(text);
      }
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(TIME, Types.DATE, "22005"),
        arguments(DATE, Types.TIME, "22005"),
        arguments(OffsetTime.parse("02:30Z"), Types.DATE, "22005"),
        arguments(TIMESTAMP, Types.INTEGER, "22005"),
        arguments(TIMESTAMP, Types.BIGINT, "22005"),
        arguments(TIMESTAMP, Types.BOOLEAN, "22005"),
        arguments(1L, Types.TIMESTAMP, "22005"),
        arguments(true, Types.DATE, "22005"),
        arguments(7, Types.VARBINARY, "22005"),
        arguments(300, Types.TINYINT, "22003"),
        arguments(40_000, Types.SMALLINT, "22003"),
        arguments(3e9, Types.INTEGER, "22003"),
        arguments(1e20, Types.BIGINT, "22003"),
        arguments(Double.NaN, Types.INTEGER, "22003"),
        arguments(Double.POSITIVE_INFINITY, Types.DECIMAL, "22003"),
        arguments("12.7", Types.INTEGER, "22018"),
        arguments("x", Types.DOUBLE, "22018"),
        arguments("maybe", Types.BOOLEAN, "22018"),
        arguments("x", Types.DATE, "22007"),
        arguments("x", Types.TIME, "22007"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWhatTheTypeCannotHold(Object value, int type, String state) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      assertThat(stateOf(() -> statement.setObject(1, value, type))).isEqualTo(state);
      assertThat(stateOf(() -> statement.setObject(1, value, JDBCType.valueOf(type))))
          .isEqualTo(state);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12.345, 0, 12",
    "12.345, 1, 12.3",
    "12.345, 2, 12.35",
    "12.345, 5, 12.34500",
    "-12.55, 1, -12.6",
    "12.345, -1, 12.345"
  })
  void roundsDecimalsToTheirScale(String number, int scale, String text) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?, ?, ?")) {
      statement.setObject(1, new BigDecimal(number), Types.DECIMAL, scale);
      statement.setObject(2, number, Types.NUMERIC, scale);
      statement.setObject(3, Double.valueOf(number), JDBCType.DECIMAL, scale);
      assertThat(Queries.lines(statement.executeQuery()))
          .containsExactly(text + "|" + text + "|" + text);
      statement.setObject(1, null, Types.DECIMAL, scale);
      statement.setObject(2, 7, Types.INTEGER, scale);
      statement.setObject(3, "abc", JDBCType.VARCHAR, scale);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("null|7|abc");
      assertThat(stateOf(() -> statement.setObject(1, 1, Types.DECIMAL, 39))).isEqualTo("HY024");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = JDBCType.class,
      names = {
        "NULL",
        "ARRAY",
        "REF",
        "ROWID",
        "SQLXML",
        "STRUCT",
        "DISTINCT",
        "DATALINK",
        "JAVA_OBJECT",
        "REF_CURSOR"
      })
  void typesWithoutValuesAreNotSupported(JDBCType type) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      final int number = type.getVendorTypeNumber();
      assertThat(stateOf(() -> statement.setObject(1, "x", number))).isEqualTo("0A000");
      assertThat(stateOf(() -> statement.setObject(1, "x", type, 1))).isEqualTo("0A000");
      statement.setNull(1, number);
      statement.setObject(1, null, type);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("null");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {99_999, -155, 3_000, Integer.MIN_VALUE, 10})
  void unknownTypesAreNotSupported(int type) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      assertThat(catchFeature(() -> statement.setObject(1, "x", type)))
          .contains("Parameter 1")
          .contains(String.valueOf(type));
      assertThat(catchFeature(() -> statement.setObject(1, null, type, 2))).isNotBlank();
      assertThat(catchFeature(() -> statement.setNull(1, type))).isNotBlank();
      assertThat(catchFeature(() -> statement.setNull(1, type, "bedrock.x"))).isNotBlank();
      assertThat(stateOf(statement::executeQuery)).isEqualTo("07002");
    }
  }

  @Test
  void aTypeHasToBeGiven() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      assertThat(stateOf(() -> statement.setObject(1, "x", (SQLType) null))).isEqualTo("HY024");
      assertThat(stateOf(() -> statement.setObject(1, null, (SQLType) null, 1))).isEqualTo("HY024");
    }
  }

  @Test
  void noParametersOfJdbcsTypesOfOtherPlaces() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      assertThat(catchFeature(() -> statement.setRef(1, null))).contains("REF");
      assertThat(catchFeature(() -> statement.setRowId(1, null))).contains("ROWID");
      assertThat(catchFeature(() -> statement.setURL(1, null))).contains("DATALINK");
      assertThat(stateOf(() -> statement.setURL(2, null))).isEqualTo("07009");
      assertThat(catchFeature(() -> statement.setArray(1, proxy(Array.class)))).contains("ARRAY");
      assertThat(catchFeature(() -> statement.setSQLXML(1, proxy(SQLXML.class))))
          .contains("SQLXML");
      statement.setArray(1, null);
      statement.setSQLXML(1, null);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("null");
    }
    try (PreparedStatement statement = connection.prepareStatement("SELECT 'x', NULL");
        ResultSet row = statement.executeQuery()) {
      row.next();
      for (int i = 1; i <= 2; i++) {
        final int index = i;
        assertThat(catchFeature(() -> row.getRef(index))).contains("REF");
        assertThat(catchFeature(() -> row.getURL(index))).contains("DATALINK");
        assertThat(catchFeature(() -> row.getRowId(index))).contains("ROWID");
      }
      assertThat(catchFeature(() -> row.getURL("?column?"))).contains("DATALINK");
      assertThat(catchFeature(() -> row.getArray(1))).contains("ARRAY");
      assertThat(catchFeature(() -> row.getBlob(1))).contains("BLOB");
      assertThat(catchFeature(() -> row.getSQLXML(1))).contains("SQLXML");
      assertThat(row.getArray(2)).isNull();
      assertThat(row.getBlob(2)).isNull();
      assertThat(stateOf(() -> row.getRef(3))).isEqualTo("07009");
    }
  }

  @Test
  void comparesAsTheTypeItIsTold() throws SQLException {
    final String sql = "SELECT COUNT(*) FROM (VALUES (DATE '2026-03-09')) t(d) WHERE d = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, TIMESTAMP, Types.DATE);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("1");
      statement.setObject(1, TIMESTAMP);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("0");
    }
    final String ofTime = "SELECT COUNT(*) FROM (VALUES (TIME '02:30:00.123')) t(d) WHERE d = ?";
    try (PreparedStatement statement = connection.prepareStatement(ofTime)) {
      statement.setTimestamp(1, TIMESTAMP);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("1");
      statement.setObject(1, OffsetTime.parse("04:30:00.123+02:00"));
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("1");
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT COUNT(*) FROM jobs WHERE submit_time > ?")) {
      assertThat(stateOf(() -> statement.setLong(1, 0))).isEqualTo("22005");
      assertThat(stateOf(() -> statement.setObject(1, 0L, Types.TIMESTAMP))).isEqualTo("22005");
      assertThat(stateOf(() -> statement.setTime(1, TIME))).isEqualTo("22005");
      statement.setObject(1, TIME, Types.TIMESTAMP);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("3");
    }
  }

  /** An object that is only passed. */
  private static <T> T proxy(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            TargetTypesTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> null));
  }

  private static String catchFeature(ThrowingCallable call) {
    return catchThrowableOfType(SQLFeatureNotSupportedException.class, call).getMessage();
  }
}
