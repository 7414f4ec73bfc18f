package io.github.bedrockjdbc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import io.github.bedrockjdbc.emulator.testing.WireClient;
import io.github.bedrockjdbc.emulator.testing.WireClient.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The demonstration's services agree with each other, as a client finds out that only asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoDataTest {
  private static final List<String> COUNTS =
      List.of("totalRecordCount", "processedRecordCount", "successRecordCount", "errorRecordCount");

  private BedrockEmulator emulator;

  @BeforeAll
  void start() {
    emulator = BedrockEmulator.demo(Instant.now());
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  @Test
  void manifestsLieWhereTheListSays() {
    final WireClient storage = WireClient.of(emulator, "s3");
    final Map<String, Integer> answers = new TreeMap<>();
    for (final Map<String, Object> job :
        TestClient.jobs(
            TestClient.json(
                TestClient.of(emulator).list("statusEquals=Completed", "maxResults=150")))) {
      final Map<?, ?> output =
          (Map<?, ?>) ((Map<?, ?>) job.get("outputDataConfig")).get("s3OutputDataConfig");
      final String[] uri = ((String) output.get("s3Uri")).split("/", 4);
      final String id = ((String) job.get("jobArn")).replaceFirst(".*/", "");
      final Response response =
          storage.sent(storage.object(uri[2], uri[3] + id + "/manifest.json.out"));
      answers.merge(response.status() == 200 ? "read" : response.code(), 1, Integer::sum);
      if (response.status() == 200) {
        COUNTS.forEach(each -> assertThat(response.json().get(each)).isEqualTo(job.get(each)));
      }
    }
    assertThat(answers.get("read")).isGreaterThan(125);
    assertThat(answers).containsKeys("NoSuchKey", "AccessDenied");
    assertThat(emulator.log().requests(Operation.GET_OBJECT))
        .hasSize(150)
        .extracting(RecordedRequest::service)
        .containsOnly("s3");
  }

  @Test
  void someModelsEndSoon() {
    final WireClient client = WireClient.of(emulator, "bedrock");
    assertThat(client.sent(client.get("/foundation-models")).list("modelSummaries"))
        .map(model -> ((Map<?, ?>) model.get("modelLifecycle")).get("endOfLifeTime"))
        .filteredOn(end -> end != null)
        .map(end -> Instant.parse((String) end))
        .hasSizeGreaterThan(5)
        .allMatch(end -> end.isAfter(Instant.now()));
  }
}
