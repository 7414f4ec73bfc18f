package io.github.bedrockjdbc.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final String HEADING = "Tokens by model and team";

  private static List<Job> jobs;

  @BeforeAll
  static void choose() {
    jobs =
        Filled.demoJobs().stream()
            .filter(job -> job.submitTime().isAfter(Filled.PERIOD.from()))
            .limit(60)
            .toList();
  }

  @Test
  void modelsAndTeamsAddUpToTheSameTokens() throws Exception {
    final Filled filled = Filled.of(jobs);
    final List<String> texts = afterHeading(filled);
    assertThat(texts.get(0))
        .matches("Of \\d+ of \\d+ jobs that have ended, as their manifests tell\\.");
    assertThat(texts).contains("claims", "support", "no team");
    final long models = sum(texts, "Model", "Team");
    assertThat(models).isPositive().isEqualTo(sum(texts, "Team", "Generated"));
    assertThat(filled.requests().stream().filter(line -> line.startsWith("POST /"))).hasSize(1);
    assertThat(filled.requests().stream().filter(line -> line.contains("manifest.json.out")))
        .hasSizeLessThanOrEqualTo(jobs.size())
        .doesNotHaveDuplicates();
  }

  @Test
  void oneLineStandsForManifestsThatMayNotBeRead() throws Exception {
    final Filled filled =
        Filled.of(jobs, Behavior.standard().with(StorageKnob.REFUSED, caller -> true));
    assertThat(afterHeading(filled).subList(0, 2))
        .satisfiesExactly(
            note ->
                assertThat(note)
                    .isEqualTo("Left out: manifests may not be read, as s3:GetObject is denied."),
            next -> assertThat(next).startsWith("Generated"));
  }

  @Test
  void teamsAreLeftOutWhereTagsMayNotBeRead() throws Exception {
    final Filled filled =
        Filled.of(jobs, Behavior.standard().with(TaggingKnob.REFUSED, caller -> true));
    final List<String> texts = afterHeading(filled);
    assertThat(texts.get(0)).endsWith(" Teams are left out, as tag:GetResources is denied.");
    assertThat(texts).contains("Model").doesNotContain("Team", "no team");
  }

  private static List<String> afterHeading(Filled filled) {
    final List<String> texts = filled.texts();
    return texts.subList(texts.indexOf(HEADING) + 1, texts.size());
  }

  /** Of the last column of a table: names, jobs, input and output tokens. */
  private static long sum(List<String> texts, String head, String next) {
    final int first = texts.indexOf(head) + 4;
    long sum = 0;
    for (int i = first; i < texts.size() && !texts.get(i).startsWith(next); i += 4) {
      sum += Long.parseLong(texts.get(i + 2).replace(",", ""));
      sum += Long.parseLong(texts.get(i + 3).replace(",", ""));
    }
    return sum;
  }
}
