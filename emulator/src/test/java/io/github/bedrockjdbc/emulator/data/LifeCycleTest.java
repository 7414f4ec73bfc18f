package io.github.bedrockjdbc.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
  @Test
  void jobsMoveForwardToAFinalStatus() {
    final Set<String> ends = new HashSet<>();
    for (final Job any : JobFixture.of(300, 1)) {
      final Job job = LifeCycle.in(any, JobStatus.SUBMITTED);
      Job before = job;
      for (int chances = 0; chances < 20; chances++) {
        final Job now = LifeCycle.after(job, chances);
        assertThat(status(now)).isGreaterThanOrEqualTo(status(before));
        before = now;
      }
      assertThat(status(before).isFinal()).isTrue();
      assertThat(before.jobArn()).isEqualTo(job.jobArn());
      ends.add(before.status());
    }
    assertThat(ends)
        .containsExactlyInAnyOrder(
            "Completed", "PartiallyCompleted", "Failed", "Stopped", "Expired");
  }

  @Test
  void finalAndUnknownStatusStay() {
    final Job job = JobFixture.of(1, 1).get(0);
    assertThat(LifeCycle.after(job.withStatus("Stopped"), 99).status()).isEqualTo("Stopped");
    assertThat(LifeCycle.after(job.withStatus("Paused"), 99).status()).isEqualTo("Paused");
  }

  @Test
  void statusBringsItsFields() {
    final Job job = JobFixture.of(1, 1).get(0);
    assertThat(job.withStatus("Completed").endTime()).isAfter(job.submitTime());
    assertThat(job.withStatus("Stopped").endTime()).isNull();
    assertThat(job.withStatus("Expired").endTime()).isBefore(job.jobExpirationTime());
    assertThat(job.withMessage("Because.").message()).isEqualTo("Because.");
    assertThat(job.withName("other").jobName()).isEqualTo("other");
  }

  private static JobStatus status(Job job) {
    return JobStatus.of(job.status()).orElseThrow();
  }
}
