package io.github.bedrockjdbc.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.Job;
import java.util.List;
import org.junit.jupiter.api.Test;

class FewJobsTest {
  @Test
  void noJobsGiveOnePageThatSaysSo() throws Exception {
    final Filled filled = Filled.of(List.of());
    assertThat(filled.print().getPages()).hasSize(1);
    assertThat(filled.texts())
        .containsSubsequence("Jobs", "0", "Completed", "–", "0 of 0 jobs")
        .containsSubsequence("Median duration", "–")
        .containsSubsequence("Slowest jobs", "No job has ended.")
        .containsSubsequence("Failed jobs", "No failed jobs in these days.")
        .containsSubsequence("Tokens by model and team", "No job has ended.")
        .endsWith("Page 1 of 1")
        .doesNotContain("Why it failed");
    assertThat(filled.daily().getRowCount()).isZero();
    assertThat(filled.reasons()).isNull();
    assertThat(filled.requests()).hasSize(1);
  }

  @Test
  void noFailuresAreSaidToBeNone() throws Exception {
    final List<Job> jobs =
        Filled.demoJobs().stream().filter(job -> !"Failed".equals(job.status())).toList();
    final Filled filled = Filled.of(jobs);
    assertThat(filled.jobs()).isNotEmpty();
    assertThat(filled.texts())
        .containsSubsequence("Failed", "0.0 %", "0 of " + filled.jobs().size() + " jobs")
        .containsSubsequence("Failed jobs", "No failed jobs in these days.")
        .doesNotContain("Why it failed", "No job has ended.");
    assertThat(filled.daily().getRowKeys().toString())
        .contains("Completed")
        .doesNotContain("Failed");
    assertThat(filled.requests().stream().filter(line -> line.contains("model-invocation-job")))
        .hasSize(1);
  }

  @Test
  void aStateOfLaterDaysIsShownUnderItsName() throws Exception {
    final Job job =
        Filled.demoJobs().stream()
            .filter(each -> each.submitTime().isAfter(Filled.PERIOD.from()))
            .filter(each -> each.submitTime().isBefore(Filled.PERIOD.until()))
            .findFirst()
            .orElseThrow();
    final Filled filled = Filled.of(List.of(job.withStatus("Paused")));
    assertThat(filled.daily().getRowKeys().toString()).isEqualTo("[Paused]");
  }
}
