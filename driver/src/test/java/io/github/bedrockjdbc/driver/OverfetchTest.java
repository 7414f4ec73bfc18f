package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.JobOrder;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many jobs the newest ones cost, where the service may sort by whole seconds. */
class OverfetchTest {
  private static final int JOBS = 400;
  private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
  private static final String NEWEST =
      "SELECT job_name FROM jobs ORDER BY submit_time DESC, job_name LIMIT 10";

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "20, 2, 1, 1", "100, 7, 3, 1"})
  void aSourceWhoseJobsComeManyAtOnceIsAskedForMore(int atOnce, int first, int second, int third)
      throws SQLException {
    try (BedrockEmulator emulator = emulator(atOnce);
        Connection connection = Urls.connect(emulator)) {
      final List<String> right = Queries.run(Urls.of(emulator) + ";pushdown=false", NEWEST);
      for (int calls : List.of(first, second, third)) {
        emulator.log().clear();
        assertThat(Queries.run(connection, NEWEST)).isEqualTo(right);
        assertThat(emulator.log().requests()).hasSize(calls);
      }
    }
  }

  @Test
  void whatIsReadToItsEndSaysNothingOfALimit() throws SQLException {
    try (BedrockEmulator emulator = emulator(100);
        Connection connection = Urls.connect(emulator, ";pageSize=50")) {
      Queries.run(connection, "SELECT job_name FROM jobs ORDER BY submit_time DESC");
      Queries.run(
          connection,
          "SELECT job_name FROM jobs WHERE UPPER(job_name) LIKE '%A%' ORDER BY submit_time LIMIT 60");
      assertThat(Queries.run(connection, "EXPLAIN PLAN FOR " + NEWEST).toString())
          .contains("maxResults=15 ");
      Queries.run(connection, NEWEST);
      assertThat(Queries.run(connection, "EXPLAIN PLAN FOR " + NEWEST).toString())
          .contains("maxResults=35 ");
    }
  }

  /** As many are submitted at once, every minute. */
  private static BedrockEmulator emulator(int atOnce) {
    final List<Job> jobs =
        IntStream.range(0, JOBS)
            .mapToObj(
                i ->
                    JobFixture.of(JOBS, 7).get(i).toBuilder()
                        .submitTime(FIRST.plus(Duration.ofMinutes(i / atOnce)))
                        .build())
            .toList();
    final BedrockEmulator emulator = BedrockEmulator.builder().jobs(jobs).start();
    emulator.behave(Behavior.standard().with(Knob.ORDER, JobOrder.SECONDS));
    return emulator;
  }
}
