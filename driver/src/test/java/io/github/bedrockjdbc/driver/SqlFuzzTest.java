package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Whatever is written, a statement gives rows or an error that helps, and the next one works.
 * {@code -Dsql.fuzz=10000} tries more, {@code -Dsql.fuzz.seed} others.
 */
class SqlFuzzTest {
  private static final int COUNT = Integer.getInteger("sql.fuzz", 120);
  private static final long SEED = Long.getLong("sql.fuzz.seed", 0);
  private static final int LONGEST_SECONDS = 60;
  private static final Path SCRIPTS =
      Path.of(System.getProperty("project.root")).resolve("sql-examples/scripts");
  private static final Pattern STATEMENT =
      Pattern.compile("^(?:SELECT|WITH|VALUES|EXPLAIN)\\b[^;]*", Pattern.MULTILINE);

  /** What the text of an SQL statement can bring about. */
  private static final Set<String> STATES =
      Arrays.stream(SqlState.values())
          .map(SqlState::code)
          .filter(code -> code.matches("07.*|0A.*|2[12].*|25.*|3F.*|42[0S].*|54.*"))
          .collect(Collectors.toSet());

  private static final Predicate<String> NAMES_A_CLASS =
      Pattern.compile(
              "(?<!')\\b(java|javax|jdk|sun|org|io\\.github|com)\\.[a-z]+\\.[a-z]"
                  + "|\\b[A-Z]\\w+(Exception|Error)\\b|\\bRex[A-Z]|\\bRel[A-Z]|\\bSql[A-Z]")
          .asPredicate();

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(10);
  @AutoClose private final Connection connection = Urls.connect(emulator);

  @Test
  void anyTextGivesRowsOrAnErrorThatHelps() throws SQLException, IOException {
    final List<String> statements = statements();
    final List<String> wrongs = new ArrayList<>();
    try (PreparedStatement next = connection.prepareStatement("SELECT job_arn FROM jobs")) {
      for (long seed = SEED; seed < SEED + COUNT; seed++) {
        final SqlMutations mutations = new SqlMutations(statements, seed);
        final String sql = mutations.next();
        final String wrong = wrong(sql, mutations);
        if (wrong != null) {
          wrongs.add(seed + ": " + wrong + "\n" + sql);
        }
        assertThat(Answered.rows(next.executeQuery())).as("after %d", seed).hasSize(10);
      }
    }
    assertThat(wrongs).isEmpty();
  }

  private String wrong(String sql, SqlMutations mutations) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setObject(i, mutations.value());
      }
      statement.setQueryTimeout(LONGEST_SECONDS);
      statement.setMaxRows(100);
      Answered.rows(statement.executeQuery());
      return null;
    } catch (SQLException failure) {
      final String message = failure.getMessage();
      return STATES.contains(failure.getSQLState()) && !NAMES_A_CLASS.test(message)
          ? null
          : failure.getSQLState() + " " + message;
    }
  }

  private static List<String> statements() throws IOException {
    final Set<String> statements = new TreeSet<>();
    try (DirectoryStream<Path> scripts = Files.newDirectoryStream(SCRIPTS, "*.iq")) {
      for (final Path script : scripts) {
        STATEMENT
            .matcher(Files.readString(script))
            .results()
            .map(MatchResult::group)
            .forEach(statements::add);
      }
    }
    assertThat(statements).hasSizeGreaterThan(100);
    return List.copyOf(statements);
  }
}
