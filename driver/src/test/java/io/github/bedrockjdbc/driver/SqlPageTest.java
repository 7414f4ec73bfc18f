package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrockjdbc.driver.function.Functions;
import io.github.bedrockjdbc.driver.metadata.FunctionRows;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/sql.md} says is so: each function, example, type and SQLState. */
class SqlPageTest {
  private static final Pattern TYPE =
      Pattern.compile("BOOLEAN|INTEGER|BIGINT|DECIMAL|DOUBLE|VARCHAR|DATE|TIMESTAMP");

  @AutoClose private static final BedrockEmulator emulator = BedrockEmulator.demo();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @Test
  void itHasEachFunctionOnce() throws IOException {
    final SqlPage page = SqlPage.read();
    final Set<String> names = new TreeSet<>();
    Functions.names().forEach(name -> names.add(FunctionRows.written(name)));
    final Set<String> ofTheSyntax = Functions.namesOfTheSyntax();

    assertThat(
            Stream.concat(
                page.functions().stream()
                    .filter(name -> names.contains(name) || !ofTheSyntax.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream(),
                page.refusedFunctions().stream().filter(name -> !name.equals("MATCH_RECOGNIZE"))))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleHasTheValueAndTypeThatItSays(Map<String, String> row) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT " + SqlPage.code(row.get("Example")))) {
      assertThat(result.next()).isTrue();
      assertThat(String.valueOf(result.getString(1))).isEqualTo(SqlPage.code(row.get("Value")));
      final String says = row.getOrDefault("Result", "");
      if (TYPE.matcher(says).lookingAt() && !SqlPage.code(row.get("Example")).contains(" t(r)")) {
        assertThat(says).contains(result.getMetaData().getColumnTypeName(1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatItCallsRefusedHasTheStateThatItSays(Map<String, String> row) {
    final SQLException refused =
        catchThrowableOfType(SQLException.class, () -> run(SqlPage.code(row.get("Refused"))));
    assertThat(refused.getSQLState()).isEqualTo(row.get("SQLState"));
  }

  private static void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        result.getObject(1);
      }
    }
  }

  static Stream<Map<String, String>> examples() throws IOException {
    return SqlPage.read().rows("Example");
  }

  static Stream<Map<String, String>> refused() throws IOException {
    return SqlPage.read().rows("Refused");
  }
}
