package io.github.bedrockjdbc.driver.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Jobs move on and new ones come while a query reads. There is no one right answer then, but a job
 * that was wanted throughout is there exactly once, and none is there that never was.
 */
class MovingJobsTest {
  private static final int ROUNDS = Integer.getInteger("moving.rounds", 2);

  /** Runs of the life cycle: a job that is in one before and after was in it in between. */
  private static final List<List<String>> RUNS =
      List.of(
          Facts.STATUSES,
          Facts.STATUSES.subList(0, 5),
          Facts.STATUSES.subList(0, 2),
          Facts.STATUSES.subList(1, 4),
          Facts.STATUSES.subList(2, 10),
          Facts.STATUSES.subList(3, 10),
          Facts.STATUSES.subList(5, 10),
          List.of("Failed", "Completed"));

  /**
   * What is asked, in SQL and as this test understands it.
   *
   * @param run the statuses that are wanted
   * @param isWanted what else is wanted
   */
  private record Wish(String sql, List<String> run, Predicate<Job> isWanted, boolean isSorted) {
    static Wish random(SplittableRandom random, List<Job> jobs) {
      final List<String> run = RUNS.get(random.nextInt(RUNS.size()));
      final Job some = jobs.get(random.nextInt(jobs.size()));
      final LocalDateTime time = JobValues.utc(some.submitTime());
      final String part = some.jobName().substring(0, 1);
      final int kind = random.nextInt(4);
      final String more =
          switch (kind) {
            case 0 -> " AND submit_time <= TIMESTAMP '" + Literals.MILLISECONDS.format(time) + "'";
            case 1 -> " AND submit_time > TIMESTAMP '" + Literals.MILLISECONDS.format(time) + "'";
            case 2 -> " AND job_name LIKE '%" + part + "%'";
            default -> "";
          };
      final Predicate<Job> isWanted =
          switch (kind) {
            case 0 -> job -> !job.submitTime().isAfter(some.submitTime());
            case 1 -> job -> job.submitTime().isAfter(some.submitTime());
            case 2 -> job -> job.jobName().contains(part);
            default -> job -> true;
          };
      final String list = "('" + String.join("', '", run) + "')";
      final boolean isSorted = random.nextBoolean();
      return new Wish(
          "SELECT job_arn, status, submit_time FROM jobs WHERE "
              + (run.equals(Facts.STATUSES) ? "TRUE" : "status IN " + list)
              + more
              + (isSorted ? " ORDER BY submit_time DESC" : ""),
          run,
          isWanted,
          isSorted);
    }

    boolean throughout(Job before, Job after) {
      return before != null
          && isWanted.test(after)
          && run.contains(before.status())
          && run.contains(after.status());
    }

    /** Whether the job could ever have been seen in that state. */
    boolean ever(String seen, Job before, Job after) {
      final int first = before == null ? 0 : Facts.STATUSES.indexOf(before.status());
      final int now = Facts.STATUSES.indexOf(seen);
      return isWanted.test(after)
          && run.contains(seen)
          && first <= now
          && now <= Facts.STATUSES.indexOf(after.status());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, true",
    "2, 1, true",
    "3, 1, true",
    "4, 4, true",
    "5, 4, true",
    "6, 4, true",
    "7, 1, false",
    "8, 4, false"
  })
  void whatWasWantedThroughoutIsThereOnce(long seed, int parallelism, boolean pushdown)
      throws SQLException {
    final SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong());
    for (int round = 0; round < ROUNDS; round++) {
      final List<Job> jobs = unfinished(random);
      final Wish wish = Wish.random(random, jobs);
      try (BedrockEmulator emulator =
              BedrockEmulator.builder().jobs(jobs).behavior(moving(random, wish)).start();
          Connection connection =
              DriverManager.getConnection(
                  emulator.jdbcUrlWithLogin()
                      + ";pageSize="
                      + random.nextInt(8, 40)
                      + ";parallelism="
                      + parallelism
                      + ";pushdown="
                      + pushdown)) {
        check(emulator, connection, wish);
      }
    }
  }

  private static List<Job> unfinished(SplittableRandom random) {
    return JobFixture.of(random.nextInt(60, 200), random.nextInt(1000)).stream()
        .map(
            job ->
                random.nextInt(4) == 0
                    ? job
                    : job.withStatus(Facts.STATUSES.get(random.nextInt(5))))
        .toList();
  }

  /**
   * Of a sorted walk no jobs come again: one that has moved into the wanted state meanwhile would
   * be new and out of order, and fail the query.
   */
  private static Behavior moving(SplittableRandom random, Wish wish) {
    final int repeated = random.nextInt(3);
    return Behavior.standard()
        .with(Knob.ADVANCING, true)
        .with(Knob.ARRIVALS, random.nextInt(3))
        .with(Knob.SHORT_PAGES, random.nextInt(3) == 0)
        .with(Knob.EMPTY_PAGES, random.nextInt(3) == 0)
        .with(Knob.REPEATED_JOBS, wish.isSorted() ? 0 : repeated);
  }

  private static void check(BedrockEmulator emulator, Connection connection, Wish wish)
      throws SQLException {
    final Map<String, Job> before = byArn(emulator);
    final List<List<Object>> rows = Rows.of(connection, wish.sql(), List.of(), 0).values();
    final Map<String, Job> after = byArn(emulator);

    final Map<String, String> seen = new HashMap<>();
    for (final List<Object> row : rows) {
      assertThat(seen.put((String) row.get(0), (String) row.get(1)))
          .as("twice: %s in %s", row, wish.sql())
          .isNull();
    }
    assertThat(seen)
        .as(wish.sql())
        .allSatisfy(
            (arn, status) ->
                assertThat(wish.ever(status, before.get(arn), after.get(arn))).isTrue());
    assertThat(seen.keySet())
        .as(wish.sql())
        .containsAll(
            after.values().stream()
                .filter(job -> wish.throughout(before.get(job.jobArn()), job))
                .map(Job::jobArn)
                .toList());
    if (wish.isSorted()) {
      assertThat(rows.stream().map(row -> (LocalDateTime) row.get(2)))
          .as(wish.sql())
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  private static Map<String, Job> byArn(BedrockEmulator emulator) {
    return emulator.jobs().stream().collect(Collectors.toMap(Job::jobArn, job -> job));
  }
}
