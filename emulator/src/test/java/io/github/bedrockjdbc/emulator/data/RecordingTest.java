package io.github.bedrockjdbc.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bedrockjdbc.emulator.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final String ONE =
      """
      {"jobArn": "arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/abc123abc123",
       "jobName": "one", "modelId": "m", "roleArn": "r", "status": "Validating",
       "submitTime": "2026-03-03T22:57:41Z", "timeoutDurationInHours": 24,
       "inputDataConfig": {"s3InputDataConfig": {"s3Uri": "s3://in", "checksum": [1]}},
       "outputDataConfig": {"s3OutputDataConfig": {"s3Uri": "s3://out"}},
       "vpcConfig": {"subnetIds": ["subnet-1"], "securityGroupIds": ["sg-1"]},
       "totalRecordCount": 7, "newField": {"deep": [null, 1.5]}}
      """;

  @TempDir private Path folder;

  private List<Job> read(String text) throws IOException {
    return Recording.read(Files.writeString(folder.resolve("recording.json"), text));
  }

  @Test
  void fieldsAreKeptAsTheyStand() throws IOException {
    final Job job = read("{\"invocationJobSummaries\": [" + ONE + "]}").get(0);
    assertThat(job.submitTime()).isEqualTo(Instant.parse("2026-03-03T22:57:41Z"));
    assertThat(job.region()).isEqualTo("eu-west-1");
    assertThat(job.timeoutDurationInHours()).isEqualTo(24);
    assertThat(job.counters()).isEqualTo(new Counters(7L, null, null, null));
    assertThat(job.vpcConfig().subnetIds()).containsExactly("subnet-1");
    assertThat(job.summary()).isEqualTo(JsonReader.read(ONE));
  }

  @Test
  void whatChangesLaterWinsOverTheRecording() throws IOException {
    final Job job = read("{\"invocationJobSummaries\": [" + ONE + "]}").get(0);
    assertThat(LifeCycle.after(job, 20).summary())
        .containsKeys("newField", "lastModifiedTime")
        .doesNotContainEntry("status", "Validating");
  }

  @Test
  void otherDocumentsAreRefused() {
    for (final String text :
        List.of(
            "[]",
            "{\"invocationJobSummaries\": {}}",
            "{\"invocationJobSummaries\": [{\"jobName\": \"x\"}]}",
            "{\"invocationJobSummaries\": [" + ONE.replace("arn:aws:", "") + "]}",
            "{\"invocationJobSummaries\": [" + ONE.replace("41Z", "soon") + "]}")) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> read(text));
    }
  }
}
