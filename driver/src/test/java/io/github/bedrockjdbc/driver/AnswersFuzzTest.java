package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a server answers, a statement gives rows or an error that helps, and the next one works.
 * {@code -Danswers.fuzz=10000} tries more.
 */
class AnswersFuzzTest {
  private static final int COUNT = Integer.getInteger("answers.fuzz", 60);

  private static final Set<String> STATES =
      Arrays.stream(SqlState.values()).map(SqlState::code).collect(Collectors.toSet());

  /** Of Java, not of the service, whose names of errors may look like it. */
  private static final Predicate<String> NAMES_A_CLASS =
      Pattern.compile(
              "\\b(jdk|sun|org|software|io\\.github|com\\.fasterxml)\\.[a-z]+\\."
                  + "|\\b(NullPointer|Illegal\\w+|Runtime|NumberFormat|ClassCast|UncheckedIO|\\w*IO"
                  + "|IndexOutOfBounds|Json\\w+|Stream\\w+|Protocol|EOF|StackOverflow|OutOfMemory)"
                  + "(Exception|Error)\\b")
          .asPredicate();

  private static final List<String> LISTS =
      List.of(
          "SELECT * FROM jobs",
          "SELECT job_arn, COUNT(*) FROM jobs GROUP BY job_arn",
          "SELECT job_arn, total_records, subnet_ids FROM jobs ORDER BY submit_time LIMIT 3",
          "SELECT MAX(submit_time), MIN(timeout_hours) FROM jobs WHERE status = 'Failed'");

  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private BedrockEmulator emulator;
  private Connection connection;
  private Job failed;

  @BeforeEach
  void start() throws SQLException {
    emulator = Urls.emulatorWith(10);
    connect();
    failed =
        emulator.jobs().stream().filter(job -> job.message() != null).findFirst().orElseThrow();
  }

  private void connect() throws SQLException {
    connection = DriverManager.getConnection(Urls.of(emulator) + ";pageSize=4;maxAttempts=1");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  @Test
  void anyAnswerGivesRowsOrAnErrorThatHelps() throws SQLException {
    for (int seed = 0; seed < COUNT; seed++) {
      final boolean isList = seed % 3 != 0;
      final Fault.Custom answer = new AnswerMutations(seed, failed).next(isList);
      if (seed % 60 == 0) {
        startAfresh(); // so that messages are read again
      }
      emulator.injectAt(isList ? Operation.LIST : Operation.GET, 1, answer);
      final String state =
          state(
              isList
                  ? LISTS.get(seed % LISTS.size())
                  : seed % 60 == 0
                      ? "SELECT job_arn, message FROM jobs WHERE status = 'Failed'"
                      : "SELECT * FROM jobs WHERE job_arn = '" + failed.jobArn() + "'",
              seed);
      if (state.equals("53300")) {
        startAfresh(); // with an engine that has not learned to be slow
      }
      assertThat(answered("SELECT job_arn FROM jobs").rows()).as("after %d", seed).hasSize(10);
    }
  }

  private void startAfresh() throws SQLException {
    connection.close();
    prepared.clear();
    connect();
  }

  private Answered answered(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    final List<String> rows = Answered.rows(statement.executeQuery());
    return new Answered(rows, Answered.texts(statement.getWarnings()));
  }

  /** The state of the failure, which must be a good one; empty for rows. */
  private String state(String sql, int seed) {
    try {
      answered(sql).warnings().forEach(warning -> assertIsPlain(warning, seed));
      return "";
    } catch (SQLException failure) {
      final String text = failure.getMessage();
      assertThat(STATES).as("%d: %s", seed, text).contains(failure.getSQLState());
      assertIsPlain(text, seed);
      assertThat(text).as("%d", seed).doesNotMatch(NAMES_A_CLASS).hasSizeLessThan(1200);
      if (failure.getSQLState().equals("HY000")) {
        assertThat(failure.getErrorCode()).as("%d: %s", seed, text).isBetween(400, 499);
        assertThat(text).as("%d", seed).contains("failed: ", "(HTTP 4", "region us-east-1");
      }
      return failure.getSQLState();
    }
  }

  private static void assertIsPlain(String text, int seed) {
    assertThat(text.codePoints())
        .as("%d: %s", seed, text)
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
  }
}
