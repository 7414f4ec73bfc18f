package io.github.bedrockjdbc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.ModelKnob;
import io.github.bedrockjdbc.emulator.behavior.RateLimit;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import io.github.bedrockjdbc.emulator.testing.WireClient;
import io.github.bedrockjdbc.emulator.testing.WireClient.Request;
import io.github.bedrockjdbc.emulator.testing.WireClient.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults of each service, and what is recorded of its requests. */
class ServiceFaultTest {
  private static final Behavior STANDARD =
      Behavior.standard().with(StorageKnob.OBJECTS, Map.of("s3://bucket/key", "{\"a\": 12345}"));

  private BedrockEmulator emulator;

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.builder().jobs(JobFixture.of(20, 1)).behavior(STANDARD).start();
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  private Response sent(Operation operation) {
    final WireClient client = client(operation);
    return client.sent(request(operation));
  }

  private WireClient client(Operation operation) {
    return WireClient.of(emulator, operation.api().scope());
  }

  private Request request(Operation operation) {
    final WireClient client = client(operation);
    final String arn = emulator.jobs().get(0).jobArn();
    return switch (operation) {
      case LIST -> client.get("/model-invocation-jobs");
      case GET ->
          client.get("/model-invocation-job/" + arn.replace(":", "%3A").replace("/", "%2F"));
      case LIST_MODELS -> client.get("/foundation-models");
      case LIST_PROFILES -> client.get("/inference-profiles");
      case GET_OBJECT -> client.object("bucket", "key");
      case GET_RESOURCES -> client.resources(List.of(arn));
      case OTHER_OBJECT -> client.object("bucket", "key").withMethod("PUT");
      case OTHER_RESOURCES -> client.resources("{}").withTarget("/x");
      case OTHER -> client.get("/nothing");
    };
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "OTHER.*")
  void everyOperationCanFailInItsOwnWords(Operation operation) {
    emulator.injectAt(operation, 2, new Fault.Throttle(OptionalInt.of(2)));
    emulator.inject(operation, new Fault.Status(500, "InternalError", "Sorry."), 1);
    assertThat(sent(Operation.LIST == operation ? Operation.GET : Operation.LIST).status())
        .isEqualTo(200);
    final Response failed = sent(operation);
    final Response throttled = sent(operation);
    assertThat(sent(operation).status()).isEqualTo(200);
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body()).contains("Sorry.");
    assertThat(throttled.headers()).containsEntry("retry-after", "2");
    switch (operation.api()) {
      case BEDROCK -> {
        assertThat(failed.headers()).containsEntry("x-amzn-errortype", "InternalError");
        assertThat(throttled.status()).isEqualTo(429);
      }
      case S3 -> {
        assertThat(failed.code()).isEqualTo("InternalError");
        assertThat(throttled.status()).isEqualTo(503);
        assertThat(throttled.code()).isEqualTo("SlowDown");
      }
      case TAGGING -> {
        assertThat(failed.type()).isEqualTo("InternalError");
        assertThat(throttled.status()).isEqualTo(400);
        assertThat(throttled.type()).isEqualTo("ThrottlingException");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRecorded(Operation operation) {
    sent(operation);
    final RecordedRequest request = emulator.log().requests(operation).get(0);
    assertThat(request.operation()).isEqualTo(operation);
    assertThat(request.service()).isEqualTo(operation.api().scope());
    assertThat(request.host()).isEqualTo("localhost:" + emulator.port());
    assertThat(request.rawPath()).isEqualTo(request(operation).target());
    assertThat(request.signedHeaders()).contains("host", "x-amz-date");
    assertThat(request.body()).isEqualTo(request(operation).body());
    assertThat(request.region()).isEqualTo("us-east-1");
    assertThat(request.status()).isEqualTo(operation.wire().isEmpty() ? request.status() : 200);
    assertThat(request.line()).startsWith(request.method() + " /");
  }

  @Test
  void hostOfAVirtualBucketIsRecorded() {
    final WireClient client = client(Operation.GET_OBJECT);
    client.sent(client.get("/key").with("host", "bucket.localhost"));
    final RecordedRequest request = emulator.log().requests().get(0);
    assertThat(request.operation()).isEqualTo(Operation.GET_OBJECT);
    assertThat(request.host()).isEqualTo("bucket.localhost");
    assertThat(request.errorType()).isEqualTo("InvalidRequest");
  }

  @Test
  void bodyThatPromisesFiveGigabytes() throws IOException {
    final Fault.Endless huge = new Fault.Endless(200, "{", " ".repeat(1000)).promising(5L << 30);
    emulator.inject(Operation.GET_OBJECT, huge, 1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), emulator.port())) {
      socket
          .getOutputStream()
          .write("GET /bucket/key HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(1000), StandardCharsets.US_ASCII))
          .contains("Content-Length: 5368709120\r\n");
      socket.getInputStream().readNBytes(1_000_000);
    }
    emulator.awaitOpenExchanges(0);
    assertThat(huge.sent()).isBetween(900_000L, 100_000_000L);
    final Fault.Endless small = new Fault.Endless(200, "{", "x").promising(5);
    emulator.inject(Operation.GET_OBJECT, small, 1);
    assertThat(sent(Operation.GET_OBJECT).body()).isEqualTo("{xxxx");
  }

  @Test
  void bodyThatEndsTooEarly() {
    emulator.inject(Operation.GET_OBJECT, new Fault.Truncate(), 1);
    final Response response = sent(Operation.GET_OBJECT);
    assertThat(response.headers()).containsEntry("content-length", "12");
    assertThat(response.body()).isEqualTo("{\"a\": ");
    emulator.inject(Operation.GET_RESOURCES, new Fault.Reset(true), 1);
    assertThatThrownBy(() -> sent(Operation.GET_RESOURCES))
        .isInstanceOf(UncheckedIOException.class);
    emulator.inject(Operation.LIST_MODELS, new Fault.Malformed("[1, 2"), 1);
    assertThat(sent(Operation.LIST_MODELS).body()).isEqualTo("[1, 2");
  }

  @Test
  void hangOfOneOperation() {
    final Fault.Hang hang = new Fault.Hang();
    emulator.inject(Operation.GET_OBJECT, hang, 1);
    assertThat(sent(Operation.GET_RESOURCES).status()).isEqualTo(200);
    hang.release();
    assertThat(sent(Operation.GET_OBJECT).status()).isEqualTo(200);
  }

  @Test
  void limitsAndLatenciesAreEachServicesOwn() {
    final Optional<RateLimit> one = Optional.of(new RateLimit(0, 1, OptionalInt.empty()));
    emulator.behave(
        STANDARD
            .with(StorageKnob.RATE_LIMIT, one)
            .with(TaggingKnob.RATE_LIMIT, one)
            .with(ModelKnob.RATE_LIMIT, one)
            .with(StorageKnob.LATENCY, Duration.ofMillis(2))
            .with(TaggingKnob.LATENCY, Duration.ofMillis(2))
            .with(ModelKnob.LATENCY, Duration.ofMillis(2)));
    for (final Operation each :
        List.of(Operation.GET_OBJECT, Operation.GET_RESOURCES, Operation.LIST_MODELS)) {
      assertThat(sent(each).status()).isEqualTo(200);
    }
    assertThat(sent(Operation.GET_OBJECT).status()).isEqualTo(503);
    assertThat(sent(Operation.GET_RESOURCES).status()).isEqualTo(400);
    assertThat(sent(Operation.LIST_PROFILES).status()).isEqualTo(429);
    assertThat(sent(Operation.LIST).status()).isEqualTo(200);
  }
}
