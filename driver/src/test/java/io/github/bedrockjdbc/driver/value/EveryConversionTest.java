package io.github.bedrockjdbc.driver.value;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.parameter.Streamed;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each class and type is converted to, in and out: the tables of a resource, cell by cell. */
class EveryConversionTest {
  /** The values of the first table, by their class and text. */
  private static final Map<String, Function<String, Object>> CLASSES =
      Map.ofEntries(
          entry("String", text -> text),
          entry("Boolean", Boolean::valueOf),
          entry("Byte", Byte::valueOf),
          entry("Short", Short::valueOf),
          entry("Integer", Integer::valueOf),
          entry("Long", Long::valueOf),
          entry("Float", Float::valueOf),
          entry("Double", Double::valueOf),
          entry("BigDecimal", BigDecimal::new),
          entry("BigInteger", BigInteger::new),
          entry("byte[]", text -> text.getBytes(StandardCharsets.UTF_8)),
          entry("Reader", StringReader::new),
          entry("Clob", TextClob::new),
          entry("Timestamp", Timestamp::valueOf),
          entry("Date", Date::valueOf),
          entry("Time", Time::valueOf),
          entry("java.util.Date", text -> java.util.Date.from(Timestamp.valueOf(text).toInstant())),
          entry("Calendar", text -> calendar(Timestamp.valueOf(text))),
          entry("LocalDate", LocalDate::parse),
          entry("LocalTime", LocalTime::parse),
          entry("LocalDateTime", LocalDateTime::parse),
          entry("Instant", Instant::parse),
          entry("OffsetTime", OffsetTime::parse),
          entry("OffsetDateTime", OffsetDateTime::parse),
          entry("ZonedDateTime", ZonedDateTime::parse));

  /** What {@code getObject} is asked for in the second table. */
  private static final Map<String, Class<?>> ASKED =
      Map.ofEntries(
          entry("LocalDate", LocalDate.class),
          entry("LocalTime", LocalTime.class),
          entry("LocalDateTime", LocalDateTime.class),
          entry("Instant", Instant.class),
          entry("OffsetTime", OffsetTime.class),
          entry("OffsetDateTime", OffsetDateTime.class),
          entry("ZonedDateTime", ZonedDateTime.class),
          entry("Timestamp", Timestamp.class),
          entry("Date", Date.class),
          entry("Time", Time.class),
          entry("java.util.Date", java.util.Date.class),
          entry("Calendar", Calendar.class),
          entry("String", String.class),
          entry("Integer", Integer.class),
          entry("Long", Long.class),
          entry("BigDecimal", BigDecimal.class),
          entry("Boolean", Boolean.class),
          entry("byte[]", byte[].class),
          entry("Clob", Clob.class));

  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(1);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  private static Calendar calendar(java.util.Date date) {
    final Calendar calendar = Calendar.getInstance();
    calendar.setTime(date);
    return calendar;
  }

  static Stream<List<List<String>>> in() throws IOException {
    return rows("= in");
  }

  static Stream<List<List<String>>> out() throws IOException {
    return rows("= out");
  }

  /** Each row, behind the heads of its table. */
  private static Stream<List<List<String>>> rows(String table) throws IOException {
    final List<String> lines = lines();
    final List<String> heads = cells(lines.get(lines.indexOf(table) + 1));
    return lines.stream()
        .skip(lines.indexOf(table) + 2L)
        .takeWhile(line -> !line.startsWith("="))
        .map(row -> List.of(heads, cells(row)));
  }

  private static List<String> lines() throws IOException {
    try (InputStream file = EveryConversionTest.class.getResourceAsStream("/conversions.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  @ParameterizedTest
  @MethodSource("in")
  void isAsTheTableHasItOnTheWayIn(List<List<String>> row) throws Exception {
    check(row, (value, type) -> set(value, JDBCType.valueOf(type)));
  }

  @ParameterizedTest
  @MethodSource("out")
  void isAsTheTableHasItOnTheWayOut(List<List<String>> row) throws Exception {
    check(row, EveryConversionTest::got);
  }

  @FunctionalInterface
  private interface Cell {
    String of(String head, String column) throws Exception;
  }

  private static void check(List<List<String>> row, Cell conversion) throws Exception {
    final List<String> heads = row.get(0);
    final List<String> expected = row.get(1);
    final List<String> actual = new ArrayList<>(expected.subList(0, 1));
    for (int i = 1; i < heads.size(); i++) {
      actual.add(conversion.of(expected.get(0), heads.get(i)));
    }
    assertThat(String.join(" | ", actual))
        .as(String.join(" | ", heads))
        .isEqualTo(String.join(" | ", expected));
  }

  private static String set(String value, JDBCType type) throws SQLException {
    final String[] words = value.split(" ", 2);
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      statement.setObject(1, CLASSES.get(words[0]).apply(words[1]), type);
      return Queries.lines(statement.executeQuery()).get(0);
    } catch (SQLException e) {
      return "!" + e.getSQLState();
    }
  }

  private static String got(String expression, String getter) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + expression)) {
      row.next();
      return shown(
          getter.startsWith("get")
              ? ResultSet.class.getMethod(getter, int.class).invoke(row, 1)
              : row.getObject(1, ASKED.get(getter)));
    } catch (SQLException e) {
      return "!" + e.getSQLState();
    } catch (InvocationTargetException e) {
      return "!" + ((SQLException) e.getCause()).getSQLState();
    }
  }

  @SuppressWarnings("JavaUtilDate") // toInstant() of java.sql.Date and Time only throws
  private static String shown(Object value) throws Exception {
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    if (value instanceof InputStream stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (value instanceof Reader reader) {
      return new Streamed(reader, Streamed.TO_THE_END).text();
    }
    if (value instanceof Clob clob) {
      return clob.getSubString(1, 100);
    }
    if (value instanceof Calendar calendar) {
      return new Timestamp(calendar.getTimeInMillis()).toString();
    }
    return value instanceof java.util.Date date
        ? new Timestamp(date.getTime()).toString()
        : String.valueOf(value);
  }
}
