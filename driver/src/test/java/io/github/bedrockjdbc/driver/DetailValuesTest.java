package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import io.github.bedrockjdbc.emulator.data.S3Input;
import io.github.bedrockjdbc.emulator.data.S3Output;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Details of jobs and manifests as they may be, though no fixture has them. */
class DetailValuesTest {
  private static final String OUTPUT = "s3://a-bucket/out/";

  private static Job job(String input, String output, String owner) {
    return JobFixture.of(1, 7).get(0).withStatus("Completed").toBuilder()
        .input(new S3Input(input, null, null))
        .output(new S3Output(output, null, owner))
        .recorded(Map.of())
        .build();
  }

  private static List<String> details(Job job, Map<String, String> objects, String columns)
      throws SQLException {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .jobs(List.of(job))
                .behavior(
                    Behavior.standard()
                        .with(StorageKnob.MANIFESTS, each -> ManifestFate.MISSING)
                        .with(StorageKnob.OBJECTS, objects))
                .start();
        Connection connection = Urls.connect(emulator)) {
      return Queries.run(connection, "SELECT " + columns + " FROM job_details");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'outputTokenCount': 7, 'inputTokenCount': null} | read, 7, null",
        "{'outputTokenCount': 9223372036854775807} | read, 9223372036854775807, null",
        "{'outputTokenCount': 9223372036854775808} | unreadable, null, null",
        "{'outputTokenCount': 1.0} | unreadable, null, null",
        "{'outputTokenCount': '1'} | unreadable, null, null",
        "{'outputTokenCount': -1} | unreadable, null, null",
        "{'x': {'outputTokenCount': 3}, 'inputTokenCount': 0} | read, null, 0",
        "{'outputTokenCount': null} | unreadable, null, null",
        "{} | unreadable, null, null"
      })
  void aManifestHasCountsOrIsNone(String manifest, String expected) throws SQLException {
    final Job job = job("s3://in/x.jsonl", OUTPUT, null);
    assertThat(
            details(
                job,
                Map.of(OUTPUT + job.jobId() + "/manifest.json.out", manifest.replace('\'', '"')),
                "usage_state, output_tokens, input_tokens"))
        .containsExactly(expected.replace(", ", "|"));
  }

  @ParameterizedTest
  @CsvSource({
    "s3://a-bucket, /, read",
    "s3://a-bucket/, '', read",
    "s3://a-bucket/a b/ü+~!*, /, read",
    "s3://a-bucket/quarter=3/%41, /, read",
    "s3://dotted.bucket/x/, '', read",
    "s3://a-bucket/x, /wrong/, missing",
    "https://a-bucket/x, /, none"
  })
  void manifestsAreWhereTheOutputIs(String output, String separator, String expected)
      throws SQLException {
    final Job job = job("s3://in/x.jsonl", output, null);
    final String uri = output + separator + job.jobId() + "/manifest.json.out";
    assertThat(details(job, Map.of(uri, "{\"totalRecordCount\": 1}"), "usage_state, manifest_uri"))
        .containsExactly(
            expected + "|" + (expected.equals("none") ? null : uri.replace("/wrong", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "999999999999"})
  void theAccountThatTheBucketMustBelongToIsSent(String owner) throws SQLException {
    final Job job = job("s3://in/x.jsonl", OUTPUT, owner.isEmpty() ? null : owner);
    try (BedrockEmulator emulator = BedrockEmulator.builder().jobs(List.of(job)).start();
        Connection connection = Urls.connect(emulator)) {
      Queries.run(connection, "SELECT usage_state FROM job_details");
      assertThat(emulator.log().requests(Operation.GET_OBJECT))
          .extracting(sent -> sent.headers().getOrDefault("x-amz-expected-bucket-owner", ""))
          .containsExactly(owner);
    }
  }

  @Test
  void jobsWithoutOutputAndInputsWithoutNameHaveNone() throws SQLException {
    final String columns = "usage_state, output_tokens, manifest_uri, input_name, result_uri";
    assertThat(details(job("s3://in/x.jsonl", null, null), Map.of(), columns))
        .containsExactly("none|null|null|x.jsonl|null");
    final Job job = job("s3://in/folder/", OUTPUT, null);
    final String manifest = OUTPUT + job.jobId() + "/manifest.json.out";
    assertThat(details(job, Map.of(manifest, "{\"outputTokenCount\": 0}"), columns))
        .containsExactly("read|0|" + manifest + "|null|null");
  }

  @Test
  void eachRegionIsAskedForTheTagsOfItsJobs() throws SQLException {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .region("us-east-1", "eu-west-1")
                .jobs(JobFixture.of(30, 7))
                .jobs(JobFixture.of(30, 8).in("eu-west-1", JobFixture.ACCOUNT))
                .behavior(
                    Behavior.standard().with(TaggingKnob.TAGS, job -> Map.of("at", job.jobArn())))
                .start();
        Connection connection =
            DriverManager.getConnection(
                emulator
                    .jdbcUrlWithLogin()
                    .replace("region=us-east-1", "region=us-east-1,eu-west-1"))) {
      assertThat(
              Queries.run(
                  connection,
                  "SELECT region, COUNT(*) FROM job_details WHERE tags_state = 'read'"
                      + " AND JSON_VALUE(tags, '$.at') = job_arn GROUP BY region ORDER BY region"))
          .containsExactly("eu-west-1|30", "us-east-1|30");
      assertThat(emulator.log().requests(Operation.GET_RESOURCES)).hasSize(2);
    }
  }

  /** As nothing else may be asked with ARNs, an answer in pages is none that can be trusted. */
  @Test
  void tagsInPagesAreUnreadable() throws SQLException {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .jobs(JobFixture.of(30, 7))
                .behavior(
                    Behavior.standard()
                        .with(TaggingKnob.PAGE, 4)
                        .with(TaggingKnob.TAGS, job -> Map.of("k", "v")))
                .start();
        Connection connection = Urls.connect(emulator)) {
      assertThat(Queries.run(connection, "SELECT DISTINCT tags_state, tags FROM job_details"))
          .containsExactly("unreadable|null");
    }
  }

  /** Details decide on an order that nothing below them may claim. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT usage_state, job_id FROM job_details ORDER BY usage_state; false",
        "SELECT usage_state, status FROM job_details ORDER BY usage_state DESC, status; true",
        "SELECT tags, job_id FROM job_details WHERE tags IS NOT NULL ORDER BY tags; false",
        "SELECT usage_state || job_id FROM job_details ORDER BY usage_state DESC, job_id DESC; true",
        "SELECT d.job_name, d.usage_state FROM (SELECT * FROM job_details ORDER BY status, job_name"
            + " LIMIT 40) d WHERE d.usage_state <> 'x' ORDER BY d.job_name; false",
        "SELECT d.job_name, d.usage_state FROM (SELECT * FROM job_details"
            + " ORDER BY status, job_name LIMIT 40) d ORDER BY d.job_name; false",
        "SELECT d.job_name, d.usage_state FROM (SELECT * FROM job_details"
            + " ORDER BY submit_time, job_name) d ORDER BY d.job_name; false"
      })
  void rowsAreSortedByDetailsAndOverThem(String sql, boolean isDescending) throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(90);
        Connection connection = Urls.connect(emulator)) {
      emulator.behave(
          Behavior.standard()
              .with(
                  StorageKnob.MANIFESTS,
                  job ->
                      job.jobId().charAt(0) < 'c' ? ManifestFate.MISSING : ManifestFate.READABLE));
      final List<String> rows = Queries.run(connection, sql);
      final Comparator<String> order = Comparator.comparing(DetailValuesTest::key);
      final List<String> sorted =
          rows.stream().sorted(isDescending ? order.reversed() : order).toList();
      assertThat(rows).hasSizeGreaterThan(20);
      assertThat(rows.stream().map(DetailValuesTest::key))
          .isEqualTo(sorted.stream().map(DetailValuesTest::key).toList());
    }
  }

  private static String key(String row) {
    return row.replaceFirst("\\|.*", "");
  }
}
