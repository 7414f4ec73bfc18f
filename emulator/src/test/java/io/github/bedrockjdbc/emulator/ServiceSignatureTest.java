package io.github.bedrockjdbc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.TestSigner;
import io.github.bedrockjdbc.emulator.testing.WireClient;
import io.github.bedrockjdbc.emulator.testing.WireClient.Request;
import io.github.bedrockjdbc.emulator.testing.WireClient.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How each service refuses what proves nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceSignatureTest {
  private static final Behavior STANDARD =
      Behavior.standard().with(StorageKnob.OBJECTS, Map.of("s3://bucket/key", "{}"));

  private BedrockEmulator emulator;
  private WireClient storage;
  private WireClient tagging;

  @BeforeAll
  void start() {
    emulator =
        BedrockEmulator.builder()
            .jobs(JobFixture.of(20, 1))
            .sessionCredentials("ASIATEMP", "passing", "token", JobFixture.ACCOUNT)
            .apiKey("api-key-canary")
            .behavior(STANDARD)
            .start();
    storage = WireClient.of(emulator, "s3");
    tagging = WireClient.of(emulator, "tagging");
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  private Request object() {
    return storage.object("bucket", "key");
  }

  private Request resources() {
    return tagging.resources(List.of(emulator.jobs().get(0).jobArn()));
  }

  private void assertObject(Response response, int status, String code) {
    assertThat(response.code()).as(response.body()).isEqualTo(code);
    assertThat(response.status()).isEqualTo(status);
  }

  private void assertResources(Response response, String type) {
    assertThat(response.type()).as(response.body()).isEqualTo(type);
    assertThat(response.status()).isEqualTo(400);
  }

  private Response object(UnaryOperator<TestSigner> signer) {
    return storage.withSigner(signer.apply(storage.signer())).sent(object());
  }

  private Response resources(UnaryOperator<TestSigner> signer) {
    return tagging.withSigner(signer.apply(tagging.signer())).sent(resources());
  }

  @Test
  void goodSignatures() {
    assertThat(storage.sent(object()).status()).isEqualTo(200);
    assertThat(tagging.sent(resources()).status()).isEqualTo(200);
    final Request unsignedPayload = object().with("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
    assertThat(storage.sent(unsignedPayload).status()).isEqualTo(200);
    assertThat(object(signer -> signer.withKey("ASIATEMP", "passing", "token")).status())
        .isEqualTo(200);
  }

  @Test
  void wrongSecretOrTampered() {
    assertObject(
        object(signer -> signer.withKey(signer.key(), "wrong", null)),
        403,
        "SignatureDoesNotMatch");
    assertResources(
        resources(signer -> signer.withKey(signer.key(), "wrong", null)),
        "InvalidSignatureException");
    final Request other = storage.signed(object()).withTarget("/bucket/other");
    assertObject(storage.unsigned(other), 403, "SignatureDoesNotMatch");
    final Request body = tagging.signed(resources());
    final Request changed =
        new Request(body.method(), body.target(), body.headers(), body.body() + " ");
    assertResources(tagging.unsigned(changed), "InvalidSignatureException");
  }

  @Test
  void pathSignedAsOtherServicesSignIt() {
    // Encoded once more, as by a client that takes S3 for a service like any other.
    final WireClient twice = storage.withSigner(storage.signer().withService("bedrock"));
    assertObject(twice.sent(object()), 400, "AuthorizationHeaderMalformed");
    final Request spaced = storage.object("bucket", "a b");
    assertThat(storage.sent(spaced).code()).isEqualTo("NoSuchKey");
    final Request plain = storage.signed(spaced.withTarget("/bucket/a+b"));
    assertThat(storage.unsigned(plain).code()).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void hashOfTheBody() {
    assertObject(storage.sent(object().without("x-amz-content-sha256")), 400, "InvalidRequest");
    assertObject(
        storage.sent(object().with("x-amz-content-sha256", "0".repeat(64))),
        400,
        "XAmzContentSHA256Mismatch");
    assertObject(
        storage.sent(object().with("x-amz-content-sha256", "none")), 400, "InvalidArgument");
  }

  @Test
  void unknownKeyOrToken() {
    assertObject(object(signer -> signer.withKey("AK", "s", null)), 403, "InvalidAccessKeyId");
    assertObject(
        object(signer -> signer.withKey("ASIATEMP", "passing", "old")), 400, "InvalidToken");
    assertResources(
        resources(signer -> signer.withKey("AK", "s", null)), "UnrecognizedClientException");
    assertResources(
        resources(signer -> signer.withKey("ASIATEMP", "passing", null)),
        "UnrecognizedClientException");
    assertResources(
        resources(signer -> signer.withRegion("eu-west-1")), "UnrecognizedClientException");
  }

  @Test
  void expiredSession() {
    emulator.behave(STANDARD.with(Knob.EXPIRED_KEYS, Set.of("ASIATEMP")));
    assertObject(
        object(signer -> signer.withKey("ASIATEMP", "passing", "token")), 400, "ExpiredToken");
    assertResources(
        resources(signer -> signer.withKey("ASIATEMP", "passing", "token")),
        "ExpiredTokenException");
    emulator.behave(STANDARD);
  }

  @Test
  void wrongScope() {
    assertObject(
        object(signer -> signer.withService("tagging")), 400, "AuthorizationHeaderMalformed");
    assertResources(
        resources(signer -> signer.withService("bedrock")), "InvalidSignatureException");
    // Which region is right depends on the bucket alone.
    assertThat(object(signer -> signer.withRegion("eu-west-1")).status()).isEqualTo(200);
    final Request manifest = storage.object("claims-batch-output", "key");
    assertObject(
        storage.withSigner(storage.signer().withRegion("eu-west-1")).sent(manifest),
        301,
        "PermanentRedirect");
  }

  @Test
  void headersThatAreNotSigned() {
    final Request object = storage.signed(object()).with("x-amz-expected-bucket-owner", "1");
    final Response response = storage.unsigned(object);
    assertObject(response, 403, "AccessDenied");
    assertThat(response.element("HeadersNotSigned")).isEqualTo("x-amz-expected-bucket-owner");
    final Request resources = tagging.signed(resources().without("x-amz-target"));
    assertResources(
        tagging.unsigned(
            resources.with("x-amz-target", "ResourceGroupsTaggingAPI_20170126.GetResources")),
        "InvalidSignatureException");
  }

  @Test
  void noSignatureOrAnApiKey() {
    assertObject(storage.unsigned(object()), 403, "AccessDenied");
    assertResources(tagging.unsigned(resources()), "MissingAuthenticationTokenException");
    final Response bearer =
        storage.unsigned(object().with("authorization", "Bearer api-key-canary"));
    assertObject(bearer, 400, "InvalidArgument");
    assertThat(bearer.element("Message")).isEqualTo("Unsupported Authorization Type");
    assertResources(
        tagging.unsigned(resources().with("authorization", "Bearer api-key-canary")),
        "IncompleteSignatureException");
    assertObject(
        storage.unsigned(object().with("authorization", "AWS4-HMAC-SHA256 Credential=AK")),
        400,
        "AuthorizationHeaderMalformed");
  }

  @Test
  void skewedClock() {
    final Clock early = Clock.fixed(Instant.now().minus(Duration.ofMinutes(16)), ZoneOffset.UTC);
    try (BedrockEmulator late =
        BedrockEmulator.builder()
            .jobs(JobFixture.of(2, 1))
            .behavior(STANDARD)
            .clock(early)
            .start()) {
      final WireClient client = WireClient.of(late, "s3");
      final Response response = client.sent(client.object("bucket", "key"));
      assertObject(response, 403, "RequestTimeTooSkewed");
      assertThat(response.headers()).containsKey("date");
      assertThat(response.element("MaxAllowedSkewMilliseconds")).isEqualTo("900000");
      final WireClient tags = WireClient.of(late, "tagging");
      final Response other = tags.sent(tags.resources("{}"));
      assertResources(other, "InvalidSignatureException");
      assertThat((String) other.json().get("message")).startsWith("Signature not yet current");
    }
  }

  @Test
  void unreadableDate() {
    final Request object = storage.signed(object());
    assertThat(storage.unsigned(object.without("x-amz-date")).code())
        .isEqualTo("AuthorizationHeaderMalformed");
  }

  @Test
  void nothingSecretIsKept() {
    object(signer -> signer.withKey("ASIATEMP", "passing", "token"));
    storage.unsigned(object().with("authorization", "Bearer api-key-canary"));
    assertThat(emulator.log().requests().toString())
        .contains("ASIATEMP")
        .doesNotContain("passing", "canary", "Signature=", "authorization");
  }
}
