package io.github.bedrockjdbc.driver;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Functions and operators give PostgreSQL's values, folded by the planner or not. */
class ScalarFunctionsTest {
  /** Planning takes longer than running. */
  private static final int IN_ONE_STATEMENT = 30;

  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");

  private static BedrockEmulator emulator;
  private static Connection connection;
  private static List<Example> examples;

  private record Example(String expression, String value) {
    static Example of(String line) {
      final int sign = line.indexOf(" => ");
      return new Example(line.substring(0, sign), line.substring(sign + 4));
    }

    /** Whether its texts are plain values, and no parts of other literals or of the syntax. */
    boolean hasPlainTexts() {
      return TEXT.matcher(expression).find()
          && !expression.matches("(?s).*(TIMESTAMP|DATE|INTERVAL|EXTRACT|DATE_PART|U&|::).*");
    }
  }

  @BeforeAll
  static void start() throws SQLException, IOException {
    emulator = Urls.emulatorWith(1);
    connection = DriverManager.getConnection(Urls.of(emulator));
    examples =
        Files.readAllLines(
                Path.of("src/test/resources/scalar-functions.txt"), StandardCharsets.UTF_8)
            .stream()
            .filter(line -> !line.startsWith("#"))
            .map(Example::of)
            .toList();
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    emulator.close();
  }

  @Test
  void constantsAreFoldedToTheirValues() throws SQLException {
    for (int i = 0; i < examples.size(); i += IN_ONE_STATEMENT) {
      final List<Example> some =
          examples.subList(i, Math.min(i + IN_ONE_STATEMENT, examples.size()));
      assertValues(some, some.stream().map(Example::expression).toList());
    }
  }

  @Test
  void valuesThatAreKnownWhenRunningGiveTheSame() throws SQLException {
    final List<Example> plain = examples.stream().filter(Example::hasPlainTexts).toList();
    assertThat(plain).hasSizeGreaterThan(50);
    for (int i = 0; i < plain.size(); i += IN_ONE_STATEMENT) {
      final List<Example> some = plain.subList(i, Math.min(i + IN_ONE_STATEMENT, plain.size()));
      final List<Object> texts = new ArrayList<>();
      final List<String> expressions = new ArrayList<>();
      for (Example example : some) {
        final Matcher text = TEXT.matcher(example.expression());
        expressions.add(
            text.replaceAll(
                match -> {
                  texts.add(match.group(1).replace("''", "'"));
                  return "CAST(? AS VARCHAR)";
                }));
      }
      assertValues(some, expressions, texts.toArray());
    }
  }

  private static void assertValues(
      List<Example> some, List<String> expressions, Object... parameters) throws SQLException {
    final String sql = "SELECT " + String.join(" || '~' || ", texts(expressions));
    final String line = Queries.run(connection, sql, parameters).get(0);
    final String[] values = line.split("~", -1);
    for (int i = 0; i < some.size(); i++) {
      final String value =
          values[i].matches("TRUE|FALSE") ? values[i].toLowerCase(ROOT) : values[i];
      assertThat(value).as(expressions.get(i)).isEqualTo(some.get(i).value());
    }
  }

  private static List<String> texts(List<String> expressions) {
    return expressions.stream()
        .map(expression -> "COALESCE(CAST(" + expression + " AS VARCHAR), 'null')")
        .toList();
  }
}
