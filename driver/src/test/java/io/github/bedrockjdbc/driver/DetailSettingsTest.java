package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the list of jobs holds for S3 and the tagging service. */
class DetailSettingsTest {
  private static final int JOBS = 8;
  private static final Behavior READABLE =
      Behavior.standard().with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE);
  private static final List<Job> ENDED =
      JobFixture.of(JOBS, 3).stream().map(job -> job.withStatus("Completed")).toList();

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void aWrongClockIsPutRightOnceForEachService(int hours) throws SQLException {
    final Clock skewed = Clock.offset(Clock.systemUTC(), Duration.ofHours(hours));
    try (BedrockEmulator emulator =
            BedrockEmulator.builder().jobs(ENDED).behavior(READABLE).clock(skewed).start();
        Connection connection = Urls.connect(emulator, ";parallelism=1")) {
      final Answered answered =
          Answered.to(connection, "SELECT usage_state, tags_state, tags FROM job_details");

      assertThat(answered.rows()).hasSize(JOBS).containsOnly("read");
      assertThat(answered.warnings()).isEmpty();
      for (Operation operation :
          List.of(Operation.LIST, Operation.GET_OBJECT, Operation.GET_RESOURCES)) {
        assertThat(emulator.log().requests(operation))
            .as(operation.toString())
            .filteredOn(request -> request.status() == 403)
            .hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void theRateIsKept() throws SQLException {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder().jobs(ENDED).behavior(READABLE).start();
        Connection connection = Urls.connect(emulator, ";requestsPerSecond=5;parallelism=8")) {
      final long start = System.nanoTime();
      Answered.to(connection, "SELECT output_tokens, tags FROM job_details");

      // The first ones may go at once.
      final int sent = emulator.log().requests(Operation.GET_OBJECT).size();
      assertThat(sent).isEqualTo(JOBS);
      assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
          .isGreaterThanOrEqualTo((sent - 5) * 1000L / 5);
    }
  }
}
