package io.github.bedrockjdbc.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Manifests and tags of generated jobs. */
class AroundJobsTest {
  private static final JobFixture JOBS = JobFixture.of(2000, 1);
  private static final Set<ManifestFate> READABLE =
      Set.of(ManifestFate.READABLE, ManifestFate.UNKNOWN_FIELDS);

  private static boolean isFinal(Job job) {
    return JobStatus.of(job.status()).orElseThrow().isFinal();
  }

  @Test
  void countsAreTheLists() {
    assertThat(JOBS)
        .filteredOn(job -> isFinal(job) && job.counters().processed() != null)
        .hasSizeGreaterThan(500)
        .allSatisfy(job -> assertThat(Manifest.of(job).counters()).isEqualTo(job.counters()));
    assertThat(JOBS)
        .filteredOn(job -> job.counters().equals(Counters.NONE) && job.status().equals("Completed"))
        .isNotEmpty()
        .allSatisfy(
            job -> {
              final Counters counters = Manifest.of(job).counters();
              assertThat(counters.total()).isEqualTo(counters.processed()).isPositive();
              assertThat(counters.success() + counters.error()).isEqualTo(counters.processed());
            });
  }

  @Test
  void fatesByStatus() {
    final Map<String, Map<Boolean, Long>> read =
        JOBS.stream()
            .collect(
                Collectors.groupingBy(
                    Job::status,
                    Collectors.partitioningBy(
                        job -> READABLE.contains(ManifestFate.of(job)), Collectors.counting())));
    assertThat(read.get("Completed").get(true)).isGreaterThan(9 * read.get("Completed").get(false));
    assertThat(read.get("Failed").get(true)).isBetween(1L, read.get("Failed").get(false) / 5);
    for (final String status :
        List.of("Submitted", "Validating", "Scheduled", "InProgress", "Stopping", "Expired")) {
      assertThat(read.get(status).get(true)).as(status).isZero();
    }
  }

  @Test
  void eachBelievableFateOccurs() {
    assertThat(JOBS.stream().map(ManifestFate::of).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            ManifestFate.READABLE,
            ManifestFate.UNKNOWN_FIELDS,
            ManifestFate.WITHOUT_TOKENS,
            ManifestFate.MISSING,
            ManifestFate.DENIED,
            ManifestFate.KMS_DENIED,
            ManifestFate.KMS_DISABLED,
            ManifestFate.KMS_PENDING_DELETION);
    assertThat(JOBS)
        .filteredOn(job -> ManifestFate.of(job).name().startsWith("KMS"))
        .allMatch(job -> job.output().kmsKeyId() != null);
  }

  @Test
  void fatesAndTagsDependOnTheJobAlone() {
    final JobFixture moved = JobFixture.of(2000, 1).in("eu-west-1", "999988887777");
    for (int i = 0; i < JOBS.size(); i++) {
      assertThat(ManifestFate.of(moved.get(i))).isEqualTo(ManifestFate.of(JOBS.get(i)));
      assertThat(FixtureTags.of(moved.get(i))).isEqualTo(FixtureTags.of(JOBS.get(i)));
    }
  }

  @Test
  void tokensFollowModelAndRecords() {
    final Map<String, Double> perRecord =
        JOBS.stream()
            .filter(job -> Manifest.of(job).counters().success() > 0)
            .collect(
                Collectors.groupingBy(
                    job -> job.modelId().replaceFirst(".*/", ""),
                    Collectors.averagingDouble(
                        job ->
                            Manifest.of(job).inputTokens()
                                / (double) Manifest.of(job).counters().success())));
    assertThat(new HashSet<>(perRecord.values())).hasSizeGreaterThan(10);
    assertThat(perRecord.get("us.anthropic.claude-sonnet-4-20250514-v1:0"))
        .isGreaterThan(2 * perRecord.get("amazon.nova-micro-v1:0"));
    assertThat(JOBS)
        .filteredOn(job -> job.modelId().contains("embed"))
        .allMatch(job -> Manifest.of(job).outputTokens() == 0);
    assertThat(JOBS)
        .filteredOn(job -> Manifest.of(job).counters().success() == 0)
        .allMatch(job -> Manifest.of(job).inputTokens() == 0);
  }

  @Test
  void locationsFollowTheOutput() {
    final Job job = JOBS.get(0);
    assertThat(location(job, "s3://b/x")).isEqualTo("b x/" + job.jobId() + "/manifest.json.out");
    assertThat(location(job, "s3://b/x/")).isEqualTo("b x/" + job.jobId() + "/manifest.json.out");
    assertThat(location(job, "s3://b")).isEqualTo("b " + job.jobId() + "/manifest.json.out");
    assertThat(location(job, "s3://b/")).isEqualTo("b " + job.jobId() + "/manifest.json.out");
    final Job homeless = job.toBuilder().output(new S3Output(null, null, null)).build();
    assertThat(ManifestFate.of(homeless)).isEqualTo(ManifestFate.MISSING);
  }

  private static String location(Job job, String output) {
    final S3Uri uri =
        Manifest.location(job.toBuilder().output(new S3Output(output, null, null)).build());
    return uri.bucket() + " " + uri.key();
  }

  @Test
  void mostJobsTellTheirTeam() {
    final List<Map<String, String>> tags = JOBS.stream().map(FixtureTags::of).toList();
    assertThat(tags).filteredOn(Map::isEmpty).hasSizeBetween(100, 250);
    assertThat(tags).filteredOn(each -> each.containsKey("cost-center")).hasSizeGreaterThan(1300);
    assertThat(tags.stream().map(each -> each.getOrDefault("team", "")).distinct())
        .containsExactlyInAnyOrder("", "claims", "search", "support", "research");
    assertThat(JOBS)
        .allMatch(job -> job.roleArn().endsWith(FixtureTags.of(job).getOrDefault("team", "")));
    assertThat(tags).anyMatch(each -> each.getOrDefault("note", "").contains("\""));
  }
}
