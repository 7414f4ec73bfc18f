package io.github.bedrockjdbc.emulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Elsewhere;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.Manifest;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import io.github.bedrockjdbc.emulator.data.S3Output;
import io.github.bedrockjdbc.emulator.testing.WireClient;
import io.github.bedrockjdbc.emulator.testing.WireClient.Request;
import io.github.bedrockjdbc.emulator.testing.WireClient.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What S3 answers, and how it refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageTest {
  private static final String OTHER_ACCOUNT = "999988887777";
  private static final JobFixture JOBS = JobFixture.of(300, 1);
  private static final Job JOB =
      JOBS.stream()
          .filter(job -> ManifestFate.of(job) == ManifestFate.READABLE)
          .filter(job -> job.counters().success() != null && job.counters().success() > 0)
          .findFirst()
          .orElseThrow();

  private BedrockEmulator emulator;
  private WireClient client;

  @BeforeAll
  void start() {
    emulator =
        BedrockEmulator.builder()
            .jobs(JOBS)
            .jobs(
                List.of(
                    written("aaaaaaaaaaa0", "s3://no.slash.at/the end+of=it"),
                    written("aaaaaaaaaaa1", "s3://bare-bucket"),
                    written("aaaaaaaaaaa2", "s3://dotted.bucket/ä//./x/"),
                    written("aaaaaaaaaaa3", "s3://foreign/").toBuilder()
                        .output(new S3Output("s3://foreign/", null, OTHER_ACCOUNT))
                        .build()))
            .jobs(JobFixture.of(20, 7).in("eu-west-1", JobFixture.ACCOUNT))
            .region("us-east-1", "eu-west-1")
            .credentials("AKOTHER", "another secret", OTHER_ACCOUNT)
            .apiKey("api-key-canary")
            .start();
    client = WireClient.of(emulator, "s3");
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  @BeforeEach
  void nothingOdd() {
    emulator.behave(Behavior.standard());
  }

  private static Job written(String id, String output) {
    return JOB.toBuilder()
        .jobArn(JOB.jobArn().replaceFirst("/.*", "/" + id))
        .output(new S3Output(output, null, null))
        .build();
  }

  private Request request(Job job) {
    return client.object(Manifest.location(job).bucket(), Manifest.location(job).key());
  }

  private <T> void turn(Knob<T> knob, T value) {
    emulator.behave(Behavior.standard().with(knob, value));
  }

  private static void assertRefused(Response response, int status, String code) {
    assertThat(response.code()).as(response.body()).isEqualTo(code);
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers()).containsEntry("content-type", "application/xml");
    assertThat(response.element("RequestId"))
        .isEqualTo(response.headers().get("x-amz-request-id"))
        .matches("[0-9A-F]{16}");
    assertThat(response.element("HostId")).isEqualTo(response.headers().get("x-amz-id-2"));
  }

  @Test
  void manifestAgreesWithTheList() {
    final Response response = client.sent(request(JOB));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    assertThat(response.headers())
        .containsEntry("content-type", "binary/octet-stream")
        .containsEntry("content-length", Integer.toString(response.body().length()))
        .containsKeys("etag", "last-modified", "x-amz-request-id", "x-amz-id-2", "date");
    assertThat(response.json())
        .contains(
            entry("totalRecordCount", JOB.counters().total()),
            entry("processedRecordCount", JOB.counters().processed()),
            entry("successRecordCount", JOB.counters().success()),
            entry("errorRecordCount", JOB.counters().error()))
        .containsKeys("inputTokenCount", "outputTokenCount")
        .hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaaaaa0", "aaaaaaaaaaa1", "aaaaaaaaaaa2"})
  void outputWithAnyEnd(String id) {
    final Job job =
        emulator.jobs().stream().filter(each -> each.jobId().equals(id)).findFirst().orElseThrow();
    final Response response = client.sent(request(job));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s.localhost:%d",
        "%s.s3.us-east-1.amazonaws.com",
        "%s.s3.amazonaws.com",
        "%s.s3-fips.us-east-1.amazonaws.com",
        "%s.s3.dualstack.us-east-1.amazonaws.com",
        "%s.s3-fips.dualstack.us-east-1.amazonaws.com:443",
        "%s.storage.example:%d"
      })
  void bucketInTheHost(String host) {
    final String bucket = Manifest.location(JOB).bucket();
    final Response response =
        client.sent(
            request(JOB)
                .with("host", host.formatted(bucket, emulator.port()))
                .withTarget("/" + Manifest.location(JOB).key()));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3.us-east-1.amazonaws.com", "s3.localhost", "127.0.0.1:80", "[::1]:1"})
  void bucketInThePath(String host) {
    assertThat(client.sent(request(JOB).with("host", host)).status()).isEqualTo(200);
  }

  @Test
  void hostOfAnotherRegionThanTheSignature() {
    final Response response = client.sent(request(JOB).with("host", "s3.eu-west-1.amazonaws.com"));
    assertRefused(response, 400, "AuthorizationHeaderMalformed");
    assertThat(response.element("Region")).isEqualTo("eu-west-1");
    assertThat(response.headers()).containsEntry("x-amz-bucket-region", "eu-west-1");
  }

  @Test
  void missingWithAndWithoutTheRightToList() {
    turn(StorageKnob.MANIFESTS, job -> ManifestFate.MISSING);
    final Response listing = client.sent(request(JOB));
    assertRefused(listing, 404, "NoSuchKey");
    assertThat(listing.element("Key")).isEqualTo(Manifest.location(JOB).key());
    assertRefused(
        client.sent(client.object(Manifest.location(JOB).bucket(), "a/b")), 404, "NoSuchKey");
    turn(StorageKnob.MAY_LIST, caller -> false);
    final Response blind = client.sent(client.object(Manifest.location(JOB).bucket(), "nowhere"));
    assertRefused(blind, 403, "AccessDenied");
    assertThat(blind.element("Message")).isEqualTo("Access Denied");
    emulator.behave(emulator.behavior().with(StorageKnob.TELLING_DENIALS, true));
    assertThat(client.sent(client.object(Manifest.location(JOB).bucket(), "nowhere")).body())
        .contains("s3:ListBucket");
  }

  @ParameterizedTest
  @CsvSource({
    "DENIED, 403, AccessDenied, Access Denied",
    "KMS_DENIED, 403, AccessDenied, not authorized to perform: kms:Decrypt on resource: arn:aws:kms",
    "KMS_DISABLED, 400, KMS.DisabledException, is disabled.",
    "KMS_PENDING_DELETION, 400, KMS.KMSInvalidStateException, is pending deletion."
  })
  void refusedForOneJob(ManifestFate fate, int status, String code, String message) {
    turn(
        StorageKnob.MANIFESTS,
        job -> job.jobArn().equals(JOB.jobArn()) ? fate : ManifestFate.of(job));
    final Response response = client.sent(request(JOB));
    assertRefused(response, status, code);
    assertThat(response.element("Message")).contains(message);
  }

  @Test
  void oddContents() {
    turn(StorageKnob.MANIFESTS, job -> ManifestFate.WITHOUT_TOKENS);
    assertThat(client.sent(request(JOB)).json()).hasSize(4).doesNotContainKey("inputTokenCount");
    turn(StorageKnob.MANIFESTS, job -> ManifestFate.UNKNOWN_FIELDS);
    assertThat(client.sent(request(JOB)).json())
        .containsKeys("inputAudioSecond", "inputTokenCount");
    turn(StorageKnob.MANIFESTS, job -> ManifestFate.WRONG_SHAPE);
    assertThat(client.sent(request(JOB)).json()).containsEntry("totalRecordCount", "many");
    turn(StorageKnob.MANIFESTS, job -> ManifestFate.EMPTY);
    assertThat(client.sent(request(JOB)).headers()).containsEntry("content-length", "0");
    turn(StorageKnob.MANIFESTS, job -> ManifestFate.NOT_JSON);
    assertThat(client.sent(request(JOB)).body()).endsWith(": ");
  }

  @Test
  void callerWithoutTheRight() {
    turn(StorageKnob.REFUSED, caller -> true);
    assertRefused(client.sent(request(JOB)), 403, "AccessDenied");
  }

  @Test
  void otherAccountsReadNothing() {
    final WireClient other =
        client.withSigner(client.signer().withKey("AKOTHER", "another secret", null));
    assertRefused(other.sent(request(JOB)), 403, "AccessDenied");
  }

  @Test
  void bucketThatIsNotThere() {
    final Response response = client.sent(client.object("nobodys-bucket", "a"));
    assertRefused(response, 404, "NoSuchBucket");
    assertThat(response.element("BucketName")).isEqualTo("nobodys-bucket");
    turn(StorageKnob.NO_SUCH_BUCKET, bucket -> true);
    assertRefused(client.sent(request(JOB)), 404, "NoSuchBucket");
    assertRefused(client.sent(client.object("x", "a")), 400, "InvalidBucketName");
  }

  @ParameterizedTest
  @EnumSource
  void bucketOfAnotherRegion(Elsewhere form) {
    final String bucket = Manifest.location(JOB).bucket();
    emulator.behave(
        Behavior.standard()
            .with(StorageKnob.ELSEWHERE, form)
            .with(StorageKnob.BUCKET_REGIONS, Map.of(bucket, "ap-south-1")));
    final Response response = client.sent(request(JOB));
    switch (form) {
      case PERMANENT_REDIRECT -> assertRefused(response, 301, "PermanentRedirect");
      case TEMPORARY_REDIRECT -> {
        assertRefused(response, 307, "TemporaryRedirect");
        assertThat(response.headers().get("location")).contains(bucket + ".s3.ap-south-1.");
      }
      case WRONG_SIGNATURE -> {
        assertRefused(response, 400, "AuthorizationHeaderMalformed");
        assertThat(response.element("Region")).isEqualTo("ap-south-1");
      }
    }
    assertThat(response.headers()).containsEntry("x-amz-bucket-region", "ap-south-1");
    final WireClient there = client.withSigner(client.signer().withRegion("ap-south-1"));
    assertThat(there.sent(request(JOB)).status()).isEqualTo(200);
  }

  @Test
  void expectedOwner() {
    final Request request = request(JOB);
    final String header = "x-amz-expected-bucket-owner";
    assertThat(client.sent(request.with(header, JobFixture.ACCOUNT)).status()).isEqualTo(200);
    assertRefused(client.sent(request.with(header, OTHER_ACCOUNT)), 403, "AccessDenied");
    assertRefused(client.sent(request.with(header, "me")), 400, "InvalidBucketOwnerAWSAccountID");
  }

  @Test
  void bucketOfAnotherAccount() {
    final Request request = client.object("foreign", "aaaaaaaaaaa3/manifest.json.out");
    final String header = "x-amz-expected-bucket-owner";
    assertThat(client.sent(request).status()).isEqualTo(200);
    assertThat(client.sent(request.with(header, OTHER_ACCOUNT)).status()).isEqualTo(200);
    assertRefused(client.sent(request.with(header, JobFixture.ACCOUNT)), 403, "AccessDenied");
  }

  @Test
  void dottedBucketInTheHost() {
    final Request request = client.object("dotted.bucket", "ä//./x/aaaaaaaaaaa2/manifest.json.out");
    final String key = request.target().substring("/dotted.bucket".length());
    for (final String host : List.of("dotted.bucket.localhost", "dotted.bucket.example")) {
      final Response response = client.sent(request.with("host", host).withTarget(key));
      assertThat(response.status()).as(response.body()).isEqualTo(200);
    }
  }

  @Test
  void anyObjectCanBePlaced() {
    turn(StorageKnob.OBJECTS, Map.of("s3://my-bucket/a b", "{}"));
    assertThat(client.sent(client.object("my-bucket", "a b")).body()).isEqualTo("{}");
    assertRefused(client.sent(client.object("my-bucket", "c")), 404, "NoSuchKey");
  }

  @Test
  void ranges() {
    turn(StorageKnob.OBJECTS, Map.of("s3://my-bucket/a", "0123456789"));
    final Request request = client.object("my-bucket", "a");
    final Response part = client.sent(request.with("range", "bytes=2-4"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("234");
    assertThat(part.headers()).containsEntry("content-range", "bytes 2-4/10");
    assertThat(client.sent(request.with("range", "bytes=0-65535")).body()).hasSize(10);
    assertRefused(client.sent(request.with("range", "bytes=10-")), 416, "InvalidRange");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE"})
  void nothingButReading(String method) {
    assertRefused(client.sent(request(JOB).withMethod(method)), 405, "MethodNotAllowed");
  }

  @Test
  void headBucketsAndParametersAreRefused() {
    final Response head = client.sent(request(JOB).withMethod("HEAD"));
    assertThat(head.status()).isEqualTo(405);
    assertThat(head.body()).isEmpty();
    assertRefused(client.sent(client.object("claims-batch-output", "")), 403, "AccessDenied");
    final Request listing = client.get("/claims-batch-output?list-type=2");
    assertRefused(
        client.sent(listing.with("x-amz-content-sha256", "UNSIGNED-PAYLOAD")), 403, "AccessDenied");
    final Request versioned = request(JOB).withTarget(request(JOB).target() + "?versionId=1");
    assertRefused(client.sent(versioned), 400, "InvalidArgument");
    final Request sdk = request(JOB).withTarget(request(JOB).target() + "?x-id=GetObject");
    assertThat(client.sent(sdk).status()).isEqualTo(200);
  }
}
