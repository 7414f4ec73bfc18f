package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Elsewhere;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.Manifest;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The values of {@code job_details}: what is read, and what becomes of what cannot be. */
class JobDetailsTest {
  private static final Set<String> FINAL =
      Set.of("Completed", "PartiallyCompleted", "Failed", "Stopped", "Expired");

  private static final String ENDED =
      "status IN ('Completed', 'PartiallyCompleted', 'Failed', 'Stopped', 'Expired')";

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(120);
  @AutoClose private final Connection connection = Urls.connect(emulator);

  @Test
  void countsAreThoseOfTheManifest() throws SQLException {
    emulator.behave(Behavior.standard().with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE));
    assertThat(
            Queries.run(
                connection,
                "SELECT job_arn, usage_state, manifest_total_records, manifest_processed_records,"
                    + " manifest_success_records, manifest_error_records, manifest_uri"
                    + " FROM job_details WHERE "
                    + ENDED
                    + " ORDER BY job_arn"))
        .isEqualTo(ended().map(JobDetailsTest::manifestLine).toList());
  }

  private java.util.stream.Stream<Job> ended() {
    return emulator.jobs().stream()
        .filter(job -> FINAL.contains(job.status()))
        .sorted(Comparator.comparing(job -> job.jobArn()));
  }

  private static String manifestLine(Job job) {
    final Manifest manifest = Manifest.of(job);
    return String.join(
        "|",
        job.jobArn(),
        "read",
        String.valueOf(manifest.counters().total()),
        String.valueOf(manifest.counters().processed()),
        String.valueOf(manifest.counters().success()),
        String.valueOf(manifest.counters().error()),
        "s3://" + manifest.location().bucket() + "/" + manifest.location().key());
  }

  @Test
  void tokensAreThoseOfTheManifest() throws SQLException {
    emulator.behave(Behavior.standard().with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE));
    assertThat(
            Queries.run(
                connection,
                "SELECT SUM(input_tokens), SUM(output_tokens) FROM job_details"
                    + " WHERE status = 'Completed'"))
        .containsExactly(
            completed().mapToLong(job -> Manifest.of(job).inputTokens()).sum()
                + "|"
                + completed().mapToLong(job -> Manifest.of(job).outputTokens()).sum());
  }

  private java.util.stream.Stream<Job> completed() {
    return emulator.jobs().stream().filter(job -> job.status().equals("Completed"));
  }

  /** Whatever one job's manifest is, the rows before and behind it are complete. */
  @ParameterizedTest
  @CsvSource({
    "READABLE, read, false",
    "UNKNOWN_FIELDS, read, false",
    "WITHOUT_TOKENS, read, true",
    "WRONG_SHAPE, unreadable, true",
    "NOT_JSON, unreadable, true",
    "EMPTY, unreadable, true",
    "MISSING, missing, true",
    "DENIED, denied, true",
    "KMS_DENIED, encrypted, true",
    "KMS_DISABLED, encrypted, true",
    "KMS_PENDING_DELETION, encrypted, true"
  })
  void eachFateOfAManifestHasItsState(ManifestFate fate, String state, boolean lacksTokens)
      throws SQLException {
    final List<String> arns =
        completed()
            .filter(job -> Manifest.of(job).counters().success() > 0) // else there are no tokens
            .map(job -> job.jobArn())
            .sorted()
            .toList();
    for (String odd : List.of(arns.get(0), arns.get(arns.size() / 2), arns.get(arns.size() - 1))) {
      emulator.behave(
          Behavior.standard()
              .with(
                  StorageKnob.MANIFESTS,
                  job -> job.jobArn().equals(odd) ? fate : ManifestFate.READABLE));
      try (Connection fresh = Urls.connect(emulator, ";pageSize=" + (10 + arns.indexOf(odd)))) {
        final List<String> lines =
            Queries.run(
                fresh,
                "SELECT job_arn, usage_state, output_tokens IS NULL FROM job_details"
                    + " WHERE status = 'Completed'"
                    + " AND (success_records > 0 OR success_records IS NULL) ORDER BY job_arn");
        assertThat(lines)
            .containsExactlyElementsOf(
                arns.stream()
                    .map(
                        arn ->
                            arn.equals(odd)
                                ? arn + "|" + state + "|" + lacksTokens
                                : arn + "|read|false")
                    .toList());
      }
    }
  }

  @Test
  void aJobThatHasNotEndedIsPendingAndNobodyIsAsked() throws SQLException {
    assertThat(
            Queries.run(
                connection,
                "SELECT DISTINCT usage_state, output_tokens FROM job_details WHERE NOT ("
                    + ENDED
                    + ")"))
        .containsExactly("pending|null");
    assertThat(emulator.log().lines()).noneMatch(line -> line.contains("manifest"));
  }

  @ParameterizedTest
  @EnumSource(Elsewhere.class)
  void aBucketOfAnotherRegionIsAskedThere(Elsewhere elsewhere) throws SQLException {
    final String bucket = Manifest.of(completed().findFirst().orElseThrow()).location().bucket();
    emulator.behave(
        Behavior.standard()
            .with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE)
            .with(StorageKnob.ELSEWHERE, elsewhere)
            .with(StorageKnob.BUCKET_REGIONS, Map.of(bucket, "us-west-2")));
    assertThat(
            Queries.run(
                connection,
                "SELECT usage_state, COUNT(*) FROM job_details WHERE status = 'Completed'"
                    + " AND output_s3_uri LIKE 's3://"
                    + bucket
                    + "/%' GROUP BY usage_state"))
        .hasSize(1)
        .allMatch(line -> line.startsWith("read|"));
  }

  /** Refusals of the bucket's own region name it, too. */
  @ParameterizedTest
  @CsvSource({"403, AccessDenied, denied", "404, NoSuchKey, missing"})
  void aBucketThatNamesItsRegionIsNotElsewhere(int status, String code, String state)
      throws SQLException {
    emulator.inject(
        Operation.GET_OBJECT,
        new Fault.Custom(
            status,
            Map.of("x-amz-bucket-region", "eu-west-1"),
            "<Error><Code>" + code + "</Code><Message>No.</Message></Error>"),
        1);
    assertThat(
            Queries.run(
                connection,
                "SELECT usage_state FROM job_details WHERE status = 'Completed' LIMIT 1"))
        .containsExactly(state);
    assertThat(emulator.log().requests(Operation.GET_OBJECT)).hasSize(1);
  }

  @Test
  void withoutTheRightToListAMissingManifestIsDeniedAndOneWarningSaysSo() throws SQLException {
    emulator.behave(
        Behavior.standard()
            .with(StorageKnob.MANIFESTS, job -> ManifestFate.MISSING)
            .with(StorageKnob.MAY_LIST, caller -> false));
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT usage_state FROM job_details WHERE status = 'Completed'")) {
      assertThat(Queries.lines(rows)).containsExactly("denied");
      assertThat(statement.getWarnings().getMessage())
          .contains("Manifests that may not be read", "s3:GetObject", "in all");
      assertThat(statement.getWarnings().getNextWarning() == null).isTrue();
    }
  }

  @Test
  void tagsAreAnObjectSortedByKey() throws SQLException {
    final Map<String, String> tags = new TreeMap<>();
    tags.put("zone", "ä\"\\");
    tags.put("Team", "x");
    tags.put("a", "");
    emulator.behave(
        Behavior.standard()
            .with(TaggingKnob.TAGS, job -> job.status().equals("Failed") ? tags : Map.of()));
    assertThat(
            Queries.run(
                connection,
                "SELECT DISTINCT status = 'Failed', tags_state, tags FROM job_details ORDER BY 1"))
        .containsExactly(
            "false|unlisted|null", "true|read|{\"Team\":\"x\",\"a\":\"\",\"zone\":\"ä\\\"\\\\\"}");
    assertThat(
            Queries.run(
                connection,
                "SELECT DISTINCT JSON_VALUE(tags, '$.Team') FROM job_details"
                    + " WHERE status = 'Failed'"))
        .containsExactly("x");
  }

  @Test
  void oneRefusedSourceTakesNothingElseAway() throws SQLException {
    emulator.behave(
        Behavior.standard()
            .with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE)
            .with(TaggingKnob.REFUSED, caller -> true));
    assertThat(
            Queries.run(
                connection,
                "SELECT DISTINCT usage_state, output_tokens IS NULL, tags_state, tags,"
                    + " manifest_uri IS NULL FROM job_details WHERE status = 'Completed'"
                    + " AND success_records > 0"))
        .containsExactly("read|false|denied|null|false");
    emulator.behave(Behavior.standard().with(StorageKnob.REFUSED, caller -> true));
    try (Connection fresh = Urls.connect(emulator, ";pageSize=50")) {
      assertThat(
              Queries.run(
                  fresh,
                  "SELECT DISTINCT usage_state, output_tokens IS NULL,"
                      + " tags_state IN ('read', 'unlisted')"
                      + " FROM job_details WHERE status = 'Completed'"))
          .containsExactly("denied|true|true");
    }
  }

  @Test
  void anApiKeyReadsNoOtherServiceAndIsNotSentThere() throws SQLException {
    try (BedrockEmulator open =
            BedrockEmulator.builder().jobs(emulator.jobs()).apiKey("key-1").start();
        Connection byKey = java.sql.DriverManager.getConnection(open.jdbcUrl() + ";apiKey=key-1")) {
      try (Statement statement = byKey.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT DISTINCT usage_state, tags_state FROM job_details"
                      + " WHERE status = 'Completed'")) {
        assertThat(Queries.lines(rows)).containsExactly("denied|denied");
        assertThat(statement.getWarnings().getMessage()).contains("Bedrock API key");
      }
      assertThat(open.log().lines()).allMatch(line -> line.contains("/model-invocation-jobs"));
    }
  }

  @Test
  void placesFollowFromTheJob() throws SQLException {
    assertThat(
            Queries.run(
                connection,
                "SELECT COUNT(*) FROM job_details WHERE NOT (input_s3_uri LIKE '%/' || input_name)"
                    + " OR NOT (result_uri LIKE '%/' || job_id || '/' || input_name || '.out')"
                    + " OR NOT (manifest_uri LIKE output_s3_uri || '%')"))
        .containsExactly("0");
  }
}
