package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.sql.Sql;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.driver.token.SqlTokens;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.Reader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlSelect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and texts as JDBC quotes them mean in a statement what they are. */
class QuotedTest {
  private BedrockEmulator emulator;
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(3);
    connection = DriverManager.getConnection(Urls.of(emulator));
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    emulator.close();
  }

  @Test
  void everyWordOfTheGrammarIsANameOnceItIsEnquoted() throws SQLException {
    final List<String> words =
        SqlTokens.parser(Reader.nullReader()).getMetadata().getTokens().stream()
            .filter(word -> word.matches("[A-Z][A-Z0-9_]*"))
            .toList();
    assertThat(words).hasSizeGreaterThan(500);
    for (String word : words) {
      final String name = statement.enquoteIdentifier(word, false);
      final SqlSelect select =
          (SqlSelect) Sql.parse("SELECT %1$s, t.%1$s FROM t WHERE %1$s = 1".formatted(name));
      assertThat(select.getSelectList().get(0)).hasToString(word).isInstanceOf(SqlIdentifier.class);
      assertThat(select.getSelectList().get(1)).hasToString("t." + word);
      assertThat(((SqlCall) select.getWhere()).operand(0).toString()).isEqualTo(word);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "Select", "VALUES", "current_date", "limit", "pi", "user"})
  void keywordsAreNoSimpleNames(String word) throws SQLException {
    assertThat(statement.isSimpleIdentifier(word)).isFalse();
    assertThat(statement.enquoteIdentifier(word, false)).isEqualTo('"' + word + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "JOBS", "job_id", "x1", "status", "model", "message", "region"})
  void namesOfTheTablesAreSimple(String name) throws SQLException {
    assertThat(statement.isSimpleIdentifier(name)).isTrue();
    assertThat(statement.enquoteIdentifier(name, false)).isEqualTo(name);
    assertThat(statement.enquoteIdentifier(name, true)).isEqualTo('"' + name + '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a b     | \"a b\"",
        "1x      | \"1x\"",
        "_x      | \"_x\"",
        "größe   | \"größe\"",
        "a\"b    | \"a\"\"b\"",
        "\"a b\" | \"a b\"",
        "\"a\"\"b\" | \"a\"\"b\"",
        "\"      | \"\"\"\"",
      })
  void othersAreQuoted(String name, String quoted) throws SQLException {
    assertThat(statement.isSimpleIdentifier(name)).isFalse();
    assertThat(statement.enquoteIdentifier(name, false)).isEqualTo(quoted);
    try (ResultSet row = statement.executeQuery("SELECT 7 AS " + quoted)) {
      assertThat(quoted).contains(row.getMetaData().getColumnLabel(1).replace("\"", "\"\""));
    }
  }

  @Test
  void whatIsNoNameIsRefused() throws SQLException {
    final String longest = "x".repeat(connection.getMetaData().getMaxColumnNameLength());
    assertThat(statement.isSimpleIdentifier(longest)).isTrue();
    assertThat(statement.isSimpleIdentifier(longest + "x")).isFalse();
    assertThat(statement.isSimpleIdentifier("")).isFalse();
    for (String name : List.of("", longest + "x", "a\0b", "\"a\"b\"", '"' + longest + " x\"")) {
      assertThat(stateOf(() -> statement.enquoteIdentifier(name, false))).isEqualTo("HY024");
    }
    try (ResultSet row = statement.executeQuery("SELECT 7 AS " + longest)) {
      assertThat(row.getMetaData().getColumnLabel(1)).isEqualTo(longest);
    }
    assertThat(stateOf(() -> statement.executeQuery("SELECT 7 AS " + longest + "x")))
        .isEqualTo("42000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Failed", "it's", "日本語 \\ 😀", "", "%_\"", "N'x'"})
  void textsAreWhatTheyAreInBothForms(String text) throws SQLException {
    for (String literal :
        List.of(statement.enquoteLiteral(text), statement.enquoteNCharLiteral(text))) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT %1$s, %1$s || '.', CASE WHEN t = %1$s THEN 1 ELSE 0 END, t IN (%1$s, 'x')"
                      .formatted(literal)
                  + " FROM (VALUES ("
                  + statement.enquoteLiteral(text)
                  + ")) v(t)")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo(text);
        assertThat(row.getString(2)).isEqualTo(text + ".");
        assertThat(row.getInt(3)).isEqualTo(1);
        assertThat(row.getBoolean(4)).isTrue();
      }
      assertThat(Queries.run(connection, "SELECT job_id FROM jobs WHERE status = " + literal))
          .isEqualTo(Queries.run(connection, "SELECT job_id FROM jobs WHERE status = ?", text));
    }
  }
}
