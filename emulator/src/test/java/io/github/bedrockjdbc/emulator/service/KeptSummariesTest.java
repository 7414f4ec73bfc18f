package io.github.bedrockjdbc.emulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.json.Json;
import org.junit.jupiter.api.Test;

class KeptSummariesTest {
  private final KeptSummaries kept = new KeptSummaries();
  private final Job job = JobFixture.of(50, 7).get(3);

  @Test
  void aJobIsWrittenOnce() {
    assertThat(kept.of(job)).isSameAs(kept.of(job.toBuilder().build()));
    assertThat(kept.of(job).json()).isEqualTo(Json.text(job.summary()));
  }

  @Test
  void aJobThatIsAnotherNowIsWrittenAnew() {
    final Job other = job.withStatus("Odd");
    kept.of(job);
    assertThat(kept.of(other).json()).isEqualTo(Json.text(other.summary()));
    assertThat(kept.of(job).json()).isEqualTo(Json.text(job.summary()));
  }
}
