package io.github.bedrockjdbc.emulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.JobStatus;
import io.github.bedrockjdbc.emulator.data.Recording;
import io.github.bedrockjdbc.emulator.json.JsonReader;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Compares with the service's model and a recorded answer, where they are found. */
@EnabledIf(
    value = "materialIsHere",
    disabledReason = "the folder in service.material holds no model and recording")
class ServiceModelTest {
  private static Path material() {
    return Path.of(System.getProperty("service.material", "."));
  }

  static boolean materialIsHere() {
    return Files.isRegularFile(material().resolve("recorded-list.json"))
        && Files.isRegularFile(material().resolve("bedrock-batch-jobs-model.json"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> shapes() throws IOException {
    final String model = Files.readString(material().resolve("bedrock-batch-jobs-model.json"));
    return (Map<String, Map<String, Object>>) ((Map<?, ?>) JsonReader.read(model)).get("shapes");
  }

  @Test
  void statusesAreTheModels() throws IOException {
    assertThat(JobStatus.ALL.stream().<Object>map(JobStatus::wire).toList())
        .containsExactlyInAnyOrderElementsOf(
            (List<?>) shapes().get("ModelInvocationJobStatus").get("enum"));
  }

  @Test
  void parametersAreTheModels() throws IOException {
    final Map<?, ?> members =
        (Map<?, ?>) shapes().get("ListModelInvocationJobsRequest").get("members");
    assertThat(members.keySet().stream().<Object>map(name -> name).toList())
        .containsExactlyInAnyOrderElementsOf(ListCall.PARAMETERS);
    assertThat(shapes().get("ModelInvocationJobName"))
        .containsEntry("pattern", ListCall.NAME_PATTERN);
    assertThat(shapes().get("ModelInvocationJobIdentifier"))
        .containsEntry("pattern", JobIdentifier.PATTERN);
  }

  @Test
  void fixtureKeepsTheModelsPatterns() throws IOException {
    final Map<String, Map<String, Object>> shapes = shapes();
    for (final Job job : JobFixture.of(500, 3)) {
      for (final Map.Entry<String, String> each :
          Map.of(
                  "ModelInvocationJobArn", job.jobArn(),
                  "ModelInvocationJobName", job.jobName(),
                  "ModelId", job.modelId(),
                  "RoleArn", job.roleArn(),
                  "S3Uri", job.input().uri())
              .entrySet()) {
        assertThat(each.getValue()).matches(pattern(shapes, each.getKey()));
      }
      assertThat(job.output().uri()).matches(pattern(shapes, "S3Uri"));
      assertThat(String.valueOf(job.clientRequestToken()))
          .matches(pattern(shapes, "ModelInvocationIdempotencyToken"));
      Stream.ofNullable(job.output().kmsKeyId())
          .forEach(key -> assertThat(key).matches(pattern(shapes, "KmsKeyId")));
      Stream.ofNullable(job.vpcConfig())
          .flatMap(vpc -> Stream.concat(vpc.subnetIds().stream(), vpc.securityGroupIds().stream()))
          .forEach(id -> assertThat(id).matches("[-0-9a-zA-Z]{1,32}"));
    }
  }

  private static Pattern pattern(Map<String, Map<String, Object>> shapes, String shape) {
    return Pattern.compile((String) shapes.get(shape).get("pattern"));
  }

  @Test
  void recordingIsServedAsItStands() throws IOException {
    final Path file = material().resolve("recorded-list.json");
    final Map<?, ?> recorded = (Map<?, ?>) JsonReader.read(Files.readString(file));
    final List<Job> jobs = Recording.read(file);
    try (BedrockEmulator emulator =
        BedrockEmulator.builder()
            .jobs(jobs)
            .region(jobs.get(0).region())
            .credentials("AKRECORDED", "secret", jobs.get(0).account())
            .start()) {
      final Map<String, Object> served =
          TestClient.json(
              TestClient.of(emulator)
                  .withKey("AKRECORDED", "secret", null)
                  .withRegion(jobs.get(0).region())
                  .list("maxResults=1000"));
      assertThat(served).isEqualTo(new TreeMap<>(recorded));
    }
  }
}
