package io.github.bedrockjdbc.emulator;

import static io.github.bedrockjdbc.emulator.testing.TestClient.errorType;
import static io.github.bedrockjdbc.emulator.testing.TestClient.exchanged;
import static io.github.bedrockjdbc.emulator.testing.TestClient.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.auth.Credential;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureCheckTest {
  private BedrockEmulator emulator;
  private TestClient client;

  @BeforeAll
  void start() {
    emulator =
        BedrockEmulator.builder()
            .jobs(JobFixture.of(20, 1))
            .jobs(JobFixture.of(7, 2).in("eu-west-1", "123456789012"))
            .jobs(JobFixture.of(5, 3).in("us-east-1", "999988887777"))
            .region("us-east-1", "eu-west-1")
            .credentials("AKOTHER", "another secret", "999988887777")
            .sessionCredentials("ASIATEMP", "passing secret", "session token", "123456789012")
            .apiKey("api-key-canary")
            .start();
    client = TestClient.of(emulator);
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  @Test
  void goodSignatureSeesItsAccountAndRegion() {
    assertThat(client.arns()).hasSize(20).allMatch(arn -> arn.contains(":us-east-1:123456789012:"));
    assertThat(client.withRegion("eu-west-1").arns())
        .hasSize(7)
        .allMatch(arn -> arn.contains(":eu-west-1:"));
    assertThat(client.withKey("AKOTHER", "another secret", null).arns())
        .hasSize(5)
        .allMatch(arn -> arn.contains(":999988887777:"));
  }

  @Test
  void wrongSecret() {
    final HttpResponse<String> response = client.withKey(client.key(), "wrong", null).list();
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(errorType(response)).isEqualTo("InvalidSignatureException");
    assertThat(message(response)).contains("does not match the signature you provided");
  }

  @Test
  void tamperedQuery() {
    final HttpRequest signed =
        client.signed("/model-invocation-jobs", "maxResults=5", Instant.now()).build();
    final HttpRequest.Builder tampered =
        HttpRequest.newBuilder(
            URI.create(emulator.endpoint() + "/model-invocation-jobs?maxResults=6"));
    signed.headers().map().forEach((name, values) -> tampered.header(name, values.get(0)));
    assertThat(errorType(exchanged(tampered))).isEqualTo("InvalidSignatureException");
  }

  @Test
  void unknownKeyAndUnknownRegion() {
    assertThat(errorType(client.withKey("AKNOBODY", "secret", null).list()))
        .isEqualTo("UnrecognizedClientException");
    assertThat(errorType(client.withRegion("ap-south-1").list()))
        .isEqualTo("UnrecognizedClientException");
  }

  @Test
  void signatureOutOfItsTime() {
    final HttpResponse<String> early = listAt(Instant.now().minus(Duration.ofMinutes(6)));
    assertThat(errorType(early)).isEqualTo("InvalidSignatureException");
    assertThat(message(early)).startsWith("Signature expired: ");
    final HttpResponse<String> late = listAt(Instant.now().plus(Duration.ofMinutes(6)));
    assertThat(message(late)).startsWith("Signature not yet current: ");
    assertThat(listAt(Instant.now().minus(Duration.ofMinutes(4))).statusCode()).isEqualTo(200);
  }

  @Test
  void noAuthorization() {
    final HttpResponse<String> response =
        exchanged(
            HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/model-invocation-jobs")));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(errorType(response)).isEqualTo("MissingAuthenticationTokenException");
  }

  @Test
  void authorizationOfAnotherForm() {
    assertThat(errorType(listAs("AWS4-HMAC-SHA256 Credential=AK")))
        .isEqualTo("IncompleteSignatureException");
  }

  @Test
  void scopeOfAnotherService() {
    final TestClient s3 =
        new TestClient(
            client.endpoint(), client.key(), client.secret(), null, client.region(), "s3");
    assertThat(errorType(s3.list())).isEqualTo("InvalidSignatureException");
    assertThat(message(s3.list())).contains("scoped to correct service: 'bedrock'");
  }

  @Test
  void temporaryKeyNeedsItsToken() {
    final TestClient temporary = client.withKey("ASIATEMP", "passing secret", "session token");
    assertThat(temporary.list().statusCode()).isEqualTo(200);
    assertThat(errorType(client.withKey("ASIATEMP", "passing secret", null).list()))
        .isEqualTo("UnrecognizedClientException");
    assertThat(errorType(client.withKey("ASIATEMP", "passing secret", "old token").list()))
        .isEqualTo("UnrecognizedClientException");
  }

  @Test
  void sessionCanExpire() {
    emulator.behave(Behavior.standard().with(Knob.EXPIRED_KEYS, Set.of("ASIATEMP")));
    final TestClient temporary = client.withKey("ASIATEMP", "passing secret", "session token");
    assertThat(temporary.list().statusCode()).isEqualTo(403);
    assertThat(errorType(temporary.list())).isEqualTo("ExpiredTokenException");
    emulator.behave(Behavior.standard());
    assertThat(temporary.list().statusCode()).isEqualTo(200);
  }

  @Test
  void apiKey() {
    assertThat(listAs("Bearer api-key-canary").statusCode()).isEqualTo(200);
    assertThat(listAs("Bearer wrong").statusCode()).isEqualTo(403);
    assertThat(errorType(listAs("Bearer wrong"))).isEqualTo("AccessDeniedException");
  }

  @Test
  void pathIsEncodedTwiceForTheSignature() {
    assertThat(client.get(client.arns().get(0)).statusCode()).isEqualTo(200);
  }

  @Test
  void nothingSecretIsKept() {
    client.withKey("ASIATEMP", "passing secret", "session token").list();
    listAs("Bearer api-key-canary");
    assertThat(emulator.log().requests().toString())
        .contains("ASIATEMP", "user-agent")
        .doesNotContain("session token", "passing", "canary", "Signature=", "authorization");
    assertThat(new Credential("AK", "sesame", "open", "1").toString())
        .doesNotContain("sesame", "open");
  }

  private HttpResponse<String> listAt(Instant time) {
    return exchanged(client.signed("/model-invocation-jobs", "", time));
  }

  private HttpResponse<String> listAs(String authorization) {
    return exchanged(
        HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/model-invocation-jobs"))
            .header("Authorization", authorization));
  }
}
