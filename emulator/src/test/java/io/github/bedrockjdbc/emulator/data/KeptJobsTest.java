package io.github.bedrockjdbc.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptJobsTest {
  @Test
  void aJobIsMadeOnce() {
    final List<Job> made = JobFixture.of(50, 7);
    final List<Job> kept = KeptJobs.of(made);
    assertThat(kept).isEqualTo(made);
    assertThat(kept.get(3)).isSameAs(kept.get(3));
    assertThat(made.get(3)).isNotSameAs(made.get(3));
  }

  @Test
  void tooManyAreNotKept() {
    final List<Job> million = JobFixture.of(1_000_000, 7);
    assertThat(KeptJobs.of(million)).isSameAs(million);
  }
}
