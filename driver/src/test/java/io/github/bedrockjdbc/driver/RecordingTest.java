package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The main job over a real answer of the service. */
@EnabledIf(value = "isThere", disabledReason = "no recorded answer is beside the tree")
class RecordingTest {
  private static final Path RECORDING =
      Path.of(System.getProperty("service.material"), "recorded-list.json");

  static boolean isThere() {
    return Files.exists(RECORDING);
  }

  @Test
  void givesItsFailedJobsWithEveryFieldAsRecorded() throws IOException, SQLException {
    final Map<String, JsonNode> recorded = new TreeMap<>();
    for (JsonNode job :
        new ObjectMapper().readTree(RECORDING.toFile()).get("invocationJobSummaries")) {
      if (job.path("status").asText().equals("Failed")) {
        recorded.put(job.get("jobArn").asText(), job);
      }
    }
    try (BedrockEmulator emulator = emulator();
        Connection connection = DriverManager.getConnection(Urls.of(emulator));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM jobs WHERE status='Failed'")) {
      int count = 0;
      while (rows.next()) {
        count++;
        assertSame(rows, recorded.get(rows.getString("job_arn")));
      }
      assertThat(count).isEqualTo(recorded.size()).isPositive();
    }
  }

  private static BedrockEmulator emulator() throws IOException {
    return BedrockEmulator.builder()
        .jobs(Recording.read(RECORDING))
        .credentials(
            BedrockEmulator.DEMO_ACCESS_KEY_ID,
            BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
            "644160558196")
        .start();
  }

  private static void assertSame(ResultSet row, JsonNode job) throws SQLException {
    assertThat(row.getString("job_id")).isEqualTo(job.get("jobArn").asText().split("/", -1)[1]);
    assertText(row, "job_name", job.get("jobName"));
    assertText(row, "status", job.get("status"));
    assertText(row, "model_id", job.get("modelId"));
    assertThat(job.get("modelId").asText()).endsWith("/" + row.getString("model"));
    assertTime(row, "submit_time", job.get("submitTime"));
    assertTime(row, "last_modified_time", job.get("lastModifiedTime"));
    assertTime(row, "end_time", job.get("endTime"));
    assertTime(row, "expiration_time", job.get("jobExpirationTime"));
    assertNumber(row, "timeout_hours", job.get("timeoutDurationInHours"));
    assertText(row, "invocation_type", job.get("modelInvocationType"));
    assertNumber(row, "total_records", job.get("totalRecordCount"));
    assertNumber(row, "processed_records", job.get("processedRecordCount"));
    assertNumber(row, "success_records", job.get("successRecordCount"));
    assertNumber(row, "error_records", job.get("errorRecordCount"));
    final JsonNode input = job.at("/inputDataConfig/s3InputDataConfig");
    assertText(row, "input_s3_uri", input.get("s3Uri"));
    assertText(row, "input_format", input.get("s3InputFormat"));
    assertText(row, "input_bucket_owner", input.get("s3BucketOwner"));
    final JsonNode output = job.at("/outputDataConfig/s3OutputDataConfig");
    assertText(row, "output_s3_uri", output.get("s3Uri"));
    assertText(row, "output_kms_key_id", output.get("s3EncryptionKeyId"));
    assertText(row, "output_bucket_owner", output.get("s3BucketOwner"));
    assertText(row, "role_arn", job.get("roleArn"));
    assertText(row, "client_request_token", job.get("clientRequestToken"));
    assertThat(row.getString("region")).isEqualTo("us-east-1");
    assertThat(row.getString("account_id")).isEqualTo("644160558196");
  }

  private static void assertText(ResultSet row, String column, JsonNode field) throws SQLException {
    assertThat(row.getString(column)).as(column).isEqualTo(field == null ? null : field.asText());
  }

  private static void assertNumber(ResultSet row, String column, JsonNode field)
      throws SQLException {
    assertThat(row.getObject(column, Long.class))
        .as(column)
        .isEqualTo(field == null ? null : (Long) field.asLong());
  }

  private static void assertTime(ResultSet row, String column, JsonNode field) throws SQLException {
    assertThat(row.getObject(column, LocalDateTime.class))
        .as(column)
        .isEqualTo(
            field == null
                ? null
                : OffsetDateTime.parse(field.asText())
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime());
  }
}
