package io.github.bedrockjdbc.emulator.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.WireClient;
import io.github.bedrockjdbc.emulator.testing.WireClient.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** What the vendor's own signer signs is accepted, with the settings of each service's client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkSignerTest {
  private static final AwsCredentialsIdentity LASTING =
      AwsCredentialsIdentity.create(
          BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
  private static final AwsCredentialsIdentity PASSING =
      AwsSessionCredentialsIdentity.create("ASIATEMP", "passing secret", "session/token+=");

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private BedrockEmulator emulator;

  @BeforeAll
  void start() {
    emulator =
        BedrockEmulator.builder()
            .jobs(JobFixture.of(50, 1))
            .sessionCredentials("ASIATEMP", "passing secret", "session/token+=", JobFixture.ACCOUNT)
            .start();
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  private Response sent(
      String service,
      SdkHttpMethod method,
      String target,
      Map<String, String> headers,
      String body,
      AwsCredentialsIdentity identity) {
    final SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder().method(method).uri(URI.create(emulator.endpoint() + target));
    headers.forEach(unsigned::putHeader);
    final ContentStreamProvider payload =
        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    final SdkHttpRequest signed =
        signer
            .sign(
                request -> {
                  request
                      .identity(identity)
                      .request(unsigned.build())
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                      .putProperty(AwsV4HttpSigner.REGION_NAME, BedrockEmulator.DEMO_REGION);
                  if (!body.isEmpty()) {
                    request.payload(payload);
                  }
                  if (service.equals("s3")) {
                    request
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false);
                  }
                })
            .request();
    final Map<String, String> all = new TreeMap<>();
    signed
        .headers()
        .forEach((name, values) -> all.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return WireClient.of(emulator, service)
        .unsigned(new WireClient.Request(method.name(), target, all, body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/claims/plain.json",
        "/claims/a%20b/%C3%A4%2B%3D%26/%25/x~._-",
        "/claims/double//slash/./dot/../dots"
      })
  void objects(String target) {
    final String uri =
        "s3:/" + target.replace("%20", " ").replace("%C3%A4%2B%3D%26", "ä+=&").replace("%25", "%");
    emulator.behave(Behavior.standard().with(StorageKnob.OBJECTS, Map.of(uri, "{}")));
    for (final AwsCredentialsIdentity identity : List.of(LASTING, PASSING)) {
      final Response response = sent("s3", SdkHttpMethod.GET, target, Map.of(), "", identity);
      assertThat(response.status()).as(response.body()).isEqualTo(200);
    }
    assertThat(
            sent(
                    "s3",
                    SdkHttpMethod.GET,
                    target,
                    Map.of("x-amz-expected-bucket-owner", JobFixture.ACCOUNT),
                    "",
                    PASSING)
                .status())
        .isEqualTo(200);
  }

  @Test
  void tags() {
    final String body =
        emulator.jobs().stream()
            .map(Job::jobArn)
            .collect(Collectors.joining("\",\"", "{\"ResourceARNList\":[\"", "\"]}"));
    final Map<String, String> headers =
        Map.of(
            "Content-Type", "application/x-amz-json-1.1",
            "X-Amz-Target", "ResourceGroupsTaggingAPI_20170126.GetResources");
    for (final AwsCredentialsIdentity identity : List.of(LASTING, PASSING)) {
      final Response response = sent("tagging", SdkHttpMethod.POST, "/", headers, body, identity);
      assertThat(response.status()).as(response.body()).isEqualTo(200);
      assertThat(response.list("ResourceTagMappingList")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/foundation-models?byProvider=Mistral%20AI&byOutputModality=TEXT",
        "/inference-profiles?type=APPLICATION&maxResults=3",
        "/model-invocation-jobs?statusEquals=Failed&maxResults=2"
      })
  void lists(String target) {
    for (final AwsCredentialsIdentity identity : List.of(LASTING, PASSING)) {
      assertThat(sent("bedrock", SdkHttpMethod.GET, target, Map.of(), "", identity).status())
          .isEqualTo(200);
    }
  }

  @Test
  void servicesDoNotTakeEachOthersSignatures() {
    assertThat(sent("bedrock", SdkHttpMethod.GET, "/claims/a", Map.of(), "", LASTING).status())
        .isEqualTo(400);
    assertThat(sent("s3", SdkHttpMethod.GET, "/foundation-models", Map.of(), "", LASTING).status())
        .isEqualTo(403);
  }
}
