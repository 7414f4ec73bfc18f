package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Cases;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statements give the rows that PostgreSQL gave for the demo jobs. The files hold both; a statement
 * ends with a semicolon, its rows follow up to an empty line.
 */
class PostgresRowsTest {
  private static final List<String> FILES =
      List.of(
          "characters",
          "chars",
          "decimals",
          "joins",
          "nulls",
          "orders",
          "repeated-queries",
          "rows",
          "sets",
          "subqueries",
          "sums",
          "texts",
          "times",
          "windows");
  private static final MathContext DIGITS = new MathContext(10);

  @AutoClose private static final BedrockEmulator emulator = BedrockEmulator.demo();
  @AutoClose private static final Connection pushing = Urls.connect(emulator);
  @AutoClose private static final Connection notPushing = Urls.connect(emulator, ";pushdown=false");

  /** A statement and its rows. */
  record Recorded(String sql, List<String> rows) {
    @Override
    public String toString() {
      return sql;
    }
  }

  @ParameterizedTest
  @MethodSource("everySecondRecorded")
  void rowsAreThoseOfPostgres(Recorded recorded) throws SQLException {
    assertThat(rows(pushing, recorded.sql())).isEqualTo(recorded.rows());
  }

  @ParameterizedTest
  @MethodSource("someRecorded")
  void rowsWithoutPushdownAreThoseOfPostgres(Recorded recorded) throws SQLException {
    assertThat(rows(notPushing, recorded.sql())).isEqualTo(recorded.rows());
  }

  static Stream<Recorded> everySecondRecorded() throws IOException {
    return Cases.every(2, recorded().toList());
  }

  static Stream<Recorded> someRecorded() throws IOException {
    return Cases.every(9, recorded().toList());
  }

  static Stream<Recorded> recorded() throws IOException {
    final List<Recorded> all = new ArrayList<>();
    for (final String file : FILES) {
      for (final String part : read(file).split("\\n\\n", -1)) {
        final String text = part.replaceAll("(?m)^#.*\\n?", "").strip();
        final int end = text.indexOf(";\n");
        if (!text.isEmpty()) {
          all.add(
              end < 0
                  ? new Recorded(text.substring(0, text.length() - 1), List.of())
                  : new Recorded(
                      text.substring(0, end),
                      Arrays.asList(text.substring(end + 2).split("\n", -1))));
        }
      }
    }
    return all.stream();
  }

  private static String read(String file) throws IOException {
    try (InputStream stream =
        PostgresRowsTest.class.getResourceAsStream("/postgresql/" + file + ".txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    final List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        final List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(text(result.getObject(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    rows.sort(null);
    return rows;
  }

  /** Fractions are rounded: PostgreSQL's averages are decimals, the driver's are doubles. */
  private static String text(Object value) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime().toString();
    }
    if (value instanceof Double || (value instanceof BigDecimal decimal && decimal.scale() > 0)) {
      final BigDecimal rounded = new BigDecimal(value.toString()).round(DIGITS);
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    return String.valueOf(value);
  }
}
