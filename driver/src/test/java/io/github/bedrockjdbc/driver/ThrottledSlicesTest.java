package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.RateLimit;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Slices of several walks over services that throttle; all at once, as they mostly wait. */
class ThrottledSlicesTest {
  private static final int PARALLELISM = 4;

  /** Statements, and how many walks each of them makes of a region. */
  private static final Map<String, Integer> STATEMENTS =
      Map.of(
          "SELECT job_arn FROM jobs",
          1,
          "SELECT job_arn FROM jobs ORDER BY submit_time, job_arn",
          1,
          "SELECT job_arn FROM jobs WHERE status IN ('Failed', 'Completed')"
              + " ORDER BY submit_time DESC, job_arn",
          2,
          "SELECT job_arn FROM jobs WHERE status = 'Completed' AND job_name LIKE '%a%'"
              + " OR status = 'Failed' AND submit_time < '2026-09-01 00:00:00'",
          2);

  @Test
  void everyRowComesInItsPlaceForFewRequestsMore() {
    final List<CompletableFuture<Void>> all = new ArrayList<>();
    STATEMENTS.forEach(
        (sql, walks) -> {
          all.add(CompletableFuture.runAsync(() -> check(sql, walks, "us-east-1")));
          all.add(CompletableFuture.runAsync(() -> check(sql, 2 * walks, "us-east-1,eu-west-1")));
        });
    all.forEach(CompletableFuture::join);
  }

  /** The second run knows where the walk ends. */
  @Test
  void noneIsCutWhereTheSettingsAllowNoMoreRequests() throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(60);
        Connection connection =
            Urls.connect(emulator, ";pageSize=10;parallelism=4;requestsPerSecond=10")) {
      for (int run = 0; run < 2; run++) {
        assertThat(Queries.run(connection, "SELECT job_arn FROM jobs")).hasSize(60);
      }
      assertThat(emulator.log().requests()).hasSize(2 * 6);
    }
  }

  private static void check(String sql, int walks, String regions) {
    try (BedrockEmulator emulator =
        BedrockEmulator.builder()
            .region("us-east-1", "eu-west-1")
            .jobs(JobFixture.of(100, 1))
            .jobs(JobFixture.of(100, 2).in("eu-west-1", BedrockEmulator.DEMO_ACCOUNT))
            .start()) {
      final String url =
          emulator.jdbcUrlWithLogin().replace("us-east-1", regions)
              + ";pageSize=10;maxAttempts=20;parallelism=";
      final List<String> plain = Queries.run(url + 1, sql);
      final int pages = emulator.log().requests().size();
      emulator.log().clear();
      emulator.behave(
          Behavior.standard()
              .with(Knob.RATE_LIMIT, Optional.of(new RateLimit(10, 5, OptionalInt.empty()))));

      assertThat(Queries.run(url + PARALLELISM, sql)).isEqualTo(plain);

      final int toSlice = walks + PARALLELISM; // where walks end, and cuts before the first refusal
      assertThat(emulator.log().requests())
          .as("%d pages of %s in %s", pages, sql, regions)
          .hasSizeBetween(pages, (pages + toSlice) * 14 / 10);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
