package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.Fault;
import io.github.bedrockjdbc.emulator.Job;
import io.github.bedrockjdbc.emulator.Operation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever a server answers, a statement gives rows or an error that helps, and the next one works.
 * {@code -Danswers.fuzz=10000} tries more.
 */
class AnswersFuzzTest {
  private static final int COUNT = Integer.getInteger("answers.fuzz", 400);

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

  @Test
  void anyAnswerGivesRowsOrAnErrorThatHelps() throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(20);
        Connection connection = connect(emulator, "")) {
      final Job failed =
          emulator.jobs().stream()
              .filter(job -> job.message() != null)
              .findFirst()
              .orElseThrow();
      for (int seed = 0; seed < COUNT; seed++) {
        final boolean isList = seed % 3 != 0;
        final Fault.Custom answer = new AnswerMutations(seed, failed).next(isList);
        emulator.injectAt(isList ? Operation.LIST : Operation.GET, 1, answer);
        if (isList) {
          run(connection, LISTS.get(seed % LISTS.size()), seed);
        } else if (seed % 2 == 0) {
          run(connection, "SELECT * FROM jobs WHERE job_arn = '" + failed.jobArn() + "'", seed);
        } else {
          try (Connection other = connect(emulator, ";maxRequests=" + (1000 + seed))) {
            run(other, "SELECT job_arn, message FROM jobs WHERE status = 'Failed'", seed);
          }
        }
        assertThat(Answered.to(connection, "SELECT job_arn FROM jobs").rows())
            .as("after %d", seed)
            .hasSize(20);
      }
      emulator.awaitOpenExchanges(0);
    }
  }

  private static Connection connect(BedrockEmulator emulator, String more) throws SQLException {
    return DriverManager.getConnection(
        Urls.of(emulator) + ";pageSize=5;maxAttempts=1;requestTimeout=5" + more);
  }

  private static void run(Connection connection, String sql, int seed) {
    try {
      Answered.to(connection, sql).warnings().forEach(warning -> assertIsPlain(warning, seed));
    } catch (SQLException failure) {
      final String text = failure.getMessage();
      assertThat(STATES).as("%d: %s", seed, text).contains(failure.getSQLState());
      assertIsPlain(text, seed);
      assertThat(text).as("%d", seed).doesNotMatch(NAMES_A_CLASS).hasSizeLessThan(1200);
      if (failure.getSQLState().equals("HY000")) {
        assertThat(failure.getErrorCode()).as("%d: %s", seed, text).isBetween(400, 499);
        assertThat(text).as("%d", seed).contains("failed: ", "HTTP 4", "region us-east-1");
      }
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
