package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Cases;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A literal and a parameter with the same value mean the same, wherever they stand. */
class LiteralsAsParametersTest {
  private static final Pattern LITERAL = Pattern.compile("\\{((?:'[^']*'|[^'{}])*)\\}");

  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(150);
  @AutoClose private static final Connection pushing = Urls.connect(emulator);
  @AutoClose private static final Connection notPushing = Urls.connect(emulator, ";pushdown=false");

  static Stream<String> statements() {
    try (InputStream file = LiteralsAsParametersTest.class.getResourceAsStream("/parameters.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("everySecondStatement")
  void giveTheSameRows(String line) throws SQLException {
    assertSame(pushing, line);
  }

  @ParameterizedTest
  @MethodSource("someStatements")
  void giveTheSameRowsWithoutPushdown(String line) throws SQLException {
    assertSame(notPushing, line);
  }

  static Stream<String> everySecondStatement() {
    return Cases.every(2, statements().toList());
  }

  static Stream<String> someStatements() {
    return Cases.every(9, statements().toList());
  }

  private static void assertSame(Connection connection, String line) throws SQLException {
    final Matcher literals = LITERAL.matcher(line);
    final String written = literals.replaceAll("$1");
    final String prepared = LITERAL.matcher(line).replaceAll("?");
    final List<Object> values = new ArrayList<>();
    for (Matcher each = LITERAL.matcher(line); each.find(); ) {
      values.add(value(each.group(1)));
    }
    assertThat(rows(connection, prepared, values)).isEqualTo(rows(connection, written, List.of()));
  }

  /** The labels and types of the columns, and the rows. */
  private static List<String> rows(Connection connection, String sql, List<Object> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        final List<String> rows = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          rows.add(
              result.getMetaData().getColumnLabel(i)
                  + " "
                  + result.getMetaData().getColumnTypeName(i));
        }
        rows.addAll(Queries.lines(result));
        return rows;
      }
    }
  }

  /** As a program would set it. */
  private static Object value(String literal) {
    if (literal.equals("NULL")) {
      return null;
    }
    if (literal.equals("TRUE") || literal.equals("FALSE")) {
      return Boolean.valueOf(literal);
    }
    final String text = literal.replaceAll("^\\w* ?'|'$", "");
    if (literal.startsWith("'")) {
      return text;
    }
    if (literal.startsWith("DATE ")) {
      return LocalDate.parse(text);
    }
    if (literal.startsWith("TIMESTAMP ")) {
      return LocalDateTime.parse(text.replace(' ', 'T'));
    }
    if (literal.startsWith("TIME ")) {
      return LocalTime.parse(text);
    }
    if (literal.contains("e")) {
      return Double.valueOf(literal);
    }
    final BigDecimal number = new BigDecimal(literal);
    return number.scale() == 0 && number.precision() < 19
        ? (Object) number.longValueExact()
        : number;
  }
}
