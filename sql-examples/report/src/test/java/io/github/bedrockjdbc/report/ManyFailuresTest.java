package io.github.bedrockjdbc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ManyFailuresTest {
  private static final int LISTED = 100;

  @Test
  void theLatestAreListedAndTheOthersCounted() throws Exception {
    final Filled filled = ManyFailures.filled();
    final int failed = filled.failed().size();
    assertThat(failed).isGreaterThan(LISTED);
    final List<String> texts = filled.texts();
    assertThat(texts)
        .containsSubsequence(
            "Failures by reason",
            "Failed jobs",
            "The 100 most recent; "
                + (failed - LISTED)
                + " more are not listed. SELECT * FROM jobs WHERE status = 'Failed' lists all.",
            "Submitted (UTC)",
            "Failed jobs (continued)");
    assertThat(texts.stream().filter(text -> text.startsWith("The 100 most recent"))).hasSize(1);
    assertThat(filled.failed().stream().filter(job -> texts.contains(job.jobId()))).hasSize(LISTED);
    assertThat(texts)
        .filteredOn(text -> text.contains("more characters)"))
        .hasSizeGreaterThan(10)
        .allMatch(text -> text.length() < 440);
  }

  @Test
  void messagesEndAtAWordAndSayHowMuchMoreThereIs() {
    assertThat(Figures.brief("short")).isEqualTo("short");
    assertThat(Figures.brief("word ".repeat(100)))
        .startsWith("word word ")
        .endsWith("word … (101 more characters)");
    assertThat(Figures.brief("x".repeat(399) + "\uD83D\uDE00" + "y".repeat(10)))
        .isEqualTo("x".repeat(399) + " … (11 more characters)");
  }

  @Test
  @EnabledIfSystemProperty(named = "report.jobs", matches = "[0-9]+")
  void asManyJobsAsAnAccountMayHave() throws Exception {
    final ManyJobs filled = ManyJobs.filled();
    assertThat(filled.print().getPages()).hasSizeLessThan(30);
    assertThat(filled.messages()).isLessThan(1_200);
    assertThat(WebPage.of(filled.print()))
        .contains("Failures by reason, of the 1,000 most recent", "The 100 most recent; ")
        .hasSizeLessThan(1_000_000);
  }
}
