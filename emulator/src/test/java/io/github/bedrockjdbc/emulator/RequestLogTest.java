package io.github.bedrockjdbc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  private BedrockEmulator emulator;
  private TestClient client;

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.builder().jobs(JobFixture.of(30, 1)).start();
    client = TestClient.of(emulator);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void requestsInOneLineEach() {
    client.walk("statusEquals=Failed", "maxResults=1");
    final String arn = emulator.jobs().get(0).jobArn();
    client.get(arn);
    assertThat(emulator.log().lines())
        .startsWith(
            "GET /model-invocation-jobs maxResults=1 statusEquals=Failed",
            "GET /model-invocation-jobs maxResults=1 nextToken=* statusEquals=Failed")
        .endsWith("GET /model-invocation-job/" + arn);
    emulator.log().clear();
    assertThat(emulator.log().lines()).isEmpty();
  }

  @Test
  void whatIsKeptOfARequest() {
    client.list("maxResults=4");
    final RecordedRequest request = emulator.log().requests().get(0);
    assertThat(request.sequence()).isEqualTo(1);
    assertThat(request.operation()).isEqualTo(Operation.LIST);
    assertThat(request.parameters()).containsEntry("maxResults", "4");
    assertThat(request.headers()).containsKey("user-agent");
    assertThat(request.region()).isEqualTo("us-east-1");
    assertThat(request.accessKeyId()).isEqualTo(BedrockEmulator.DEMO_ACCESS_KEY_ID);
    assertThat(request.status()).isEqualTo(200);
    assertThat(request.errorType()).isNull();
    assertThat(request.rows()).isEqualTo(4);
    assertThat(request.aborted()).isFalse();
  }

  @Test
  void sequenceGoesOnAfterClearing() {
    client.list();
    emulator.log().clear();
    client.list("maxResults=0");
    emulator.awaitRequests(2);
    final RecordedRequest request = emulator.log().requests().get(0);
    assertThat(request.sequence()).isEqualTo(2);
    assertThat(request.errorType()).isEqualTo("ValidationException");
    assertThat(request.requestId()).isEqualTo("00000000-0000-4000-8000-000000000002");
  }
}
