package io.github.bedrockjdbc.adapter.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.ApiSettings;
import io.github.bedrockjdbc.adapter.api.auth.AwsSettings;
import io.github.bedrockjdbc.adapter.api.http.VendorClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointTest {
  private static final Optional<String> NONE = Optional.empty();

  @TempDir private Path folder;

  @BeforeEach
  void configure() throws IOException {
    final Path config = folder.resolve("config");
    Files.writeString(
        config,
        """
        [default]
        region = us-east-1
        [profile all]
        endpoint_url = https://all.test
        [profile service]
        endpoint_url = https://all.test
        services = ours
        [services ours]
        bedrock =
          endpoint_url = https://service.test/base/
        [profile ignoring]
        endpoint_url = https://all.test
        ignore_configured_endpoint_urls = true
        [profile fips]
        use_fips_endpoint = true
        use_dualstack_endpoint = true
        [profile insecure]
        endpoint_url = http://all.test
        [profile port]
        endpoint_url = https://all.test:99999
        [profile secret]
        endpoint_url = https://me:TheCanarySings@all.test
        """);
    System.setProperty("aws.configFile", config.toString());
    System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
  }

  @AfterEach
  void restore() {
    System.clearProperty("aws.configFile");
    System.clearProperty("aws.sharedCredentialsFile");
  }

  @Test
  void hostsAreThoseOfTheVendorsClient() {
    for (final String region :
        new String[] {
          "us-east-1", "eu-central-2", "us-gov-west-1", "cn-north-1", "xx-new-9", "eusc-de-east-1"
        }) {
      for (final boolean fips : new boolean[] {false, true}) {
        for (final boolean dualstack : new boolean[] {false, true}) {
          assertThat(outcome(() -> of(region, fips, dualstack).base()))
              .as(region + " fips " + fips + " dualstack " + dualstack)
              .isEqualTo(outcome(() -> VendorClient.endpoint(region, fips, dualstack)));
        }
      }
    }
  }

  @Test
  void theFirstOverrideWins() {
    final Map<String, String> both =
        Map.of(
            "AWS_ENDPOINT_URL", "https://variable.test",
            "AWS_ENDPOINT_URL_BEDROCK", "https://bedrock.test");
    final Map<String, String> general = Map.of("AWS_ENDPOINT_URL", "https://variable.test");
    final Map<String, String> ignoring =
        Map.of(
            "AWS_ENDPOINT_URL", "https://variable.test",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    assertThat(base("https://url.test/", both, "service")).isEqualTo("https://url.test");
    assertThat(base(null, both, "service")).isEqualTo("https://bedrock.test");
    assertThat(base(null, general, "service")).isEqualTo("https://variable.test");
    assertThat(base(null, Map.of(), "service")).isEqualTo("https://service.test/base");
    assertThat(base(null, general, "all")).isEqualTo("https://variable.test");
    assertThat(base(null, Map.of(), "all")).isEqualTo("https://all.test");
    assertThat(base(null, ignoring, "service"))
        .isEqualTo("https://bedrock.us-east-1.amazonaws.com");
    assertThat(base(null, Map.of(), "ignoring"))
        .isEqualTo("https://bedrock.us-east-1.amazonaws.com");
    assertThat(base("https://url.test", ignoring, "ignoring")).isEqualTo("https://url.test");
  }

  @Test
  void variantsComeFromTheAwsSettings() {
    assertThat(base(null, Map.of(), "fips")).isEqualTo("https://bedrock-fips.us-east-1.api.aws");
    assertThat(base(null, Map.of("AWS_USE_FIPS_ENDPOINT", "true"), "default"))
        .isEqualTo("https://bedrock-fips.us-east-1.amazonaws.com");
    assertThat(base(null, Map.of("AWS_USE_DUALSTACK_ENDPOINT", "true"), "default"))
        .isEqualTo("https://bedrock.us-east-1.api.aws");
    assertThatThrownBy(() -> base("https://url.test", Map.of(), "fips"))
        .hasMessage("The endpoint url.test excludes fips");
  }

  @Test
  void whatCannotBeUsedIsSaidWithoutItsSecret() {
    assertThatThrownBy(() -> base(null, Map.of(), "insecure"))
        .hasMessageContaining("allowInsecureEndpoint=true");
    assertThatThrownBy(() -> base(null, Map.of(), "port"))
        .hasMessageContaining("port from 1 to 65535");
    assertThatThrownBy(() -> base(null, Map.of(), "secret"))
        .hasMessageContaining("without user")
        .hasMessageNotContaining("CanarySings");
  }

  @Test
  void onlyWhatTheUrlAloneNamesIsNotTrusted() {
    assertThat(endpoint("https://url.test", Map.of(), "default").isTrusted()).isFalse();
    assertThat(endpoint("https://bedrock.evil.us-east-1.test", Map.of(), "default").isTrusted())
        .isFalse();
    assertThat(endpoint("http://127.0.0.1:1", Map.of(), "default").isTrusted()).isTrue();
    assertThat(endpoint("https://bedrock.eu-west-1.amazonaws.com", Map.of(), "default").isTrusted())
        .isTrue();
    assertThat(endpoint(null, Map.of(), "all").isTrusted()).isTrue();
    for (final String ofTheService :
        new String[] {
          "bedrock.us-east-1.api.aws",
          "bedrock-fips.us-east-1.amazonaws.com",
          "bedrock-fips.us-gov-west-1.api.aws",
          "bedrock.cn-north-1.amazonaws.com.cn",
          "vpce-0123456789abcdef0-abcdefgh.bedrock.eu-west-1.vpce.amazonaws.com",
          "vpce-0123456789abcdef0-abcdefgh-eu-west-1a.bedrock.eu-west-1.vpce.amazonaws.com",
          "VPCE-0123456789abcdef0-abcdefgh.Bedrock.eu-west-1.vpce.amazonaws.com",
        }) {
      assertThat(endpoint("https://" + ofTheService, Map.of(), "default").isTrusted())
          .as(ofTheService)
          .isTrue();
      assertThat(endpoint("http://" + ofTheService, Map.of(), "default").isTrusted())
          .as(ofTheService + " in the clear")
          .isFalse();
    }
    for (final String ofOthers :
        new String[] {
          "vpce-0123456789abcdef0-abcdefgh.vpce-svc-0123456789.eu-west-1.vpce.amazonaws.com",
          "bucket.s3.us-east-1.amazonaws.com",
          "bedrock.us-east-1.amazonaws.com.evil.test",
          "evil-bedrock.us-east-1.amazonaws.com",
          "x.bedrock.eu-west-1.vpce.amazonaws.com",
        }) {
      assertThat(endpoint("https://" + ofOthers, Map.of(), "default").isTrusted())
          .as(ofOthers)
          .isFalse();
    }
  }

  @Test
  void objectsAreWhereTheVendorsClientFindsThem() {
    for (final String region :
        new String[] {"us-east-1", "eu-central-2", "us-gov-west-1", "cn-north-1", "xx-new-9"}) {
      for (final String bucket :
          new String[] {"plain-bucket", "dotted.bucket", "Upper-Case", "under_score", "a1b"}) {
        for (final boolean fips : new boolean[] {false, true}) {
          for (final boolean dualstack : new boolean[] {false, true}) {
            assertThat(outcome(() -> object(region, fips, dualstack, bucket)))
                .as(region + " fips " + fips + " dualstack " + dualstack + " bucket " + bucket)
                .isEqualTo(
                    outcome(
                        () ->
                            VendorClient.object(
                                region, fips, dualstack, bucket, "/a%20b/manifest.json.out")));
          }
        }
      }
    }
  }

  private static String object(String region, boolean fips, boolean dualstack, String bucket) {
    return Endpoint.of(
            ApiService.S3, settings(NONE, fips, dualstack), new AwsSettings(Map.of(), NONE), region)
        .uri(
            new ApiRequest<>(
                ApiOperation.GET_OBJECT,
                "",
                "",
                "/a%20b/manifest.json.out",
                Optional.of(bucket),
                Map.of(),
                Optional.empty(),
                parser -> "",
                text -> 1))
        .toString();
  }

  /** The result, or that there is none. */
  private static String outcome(java.util.function.Supplier<String> supplier) {
    try {
      return supplier.get();
    } catch (RuntimeException none) {
      return "none";
    }
  }

  private static Endpoint of(String region, boolean fips, boolean dualstack) {
    return Endpoint.of(
        ApiService.BEDROCK,
        settings(NONE, fips, dualstack),
        new AwsSettings(Map.of(), NONE),
        region);
  }

  private static String base(String url, Map<String, String> environment, String profile) {
    return endpoint(url, environment, profile).base();
  }

  private static Endpoint endpoint(String url, Map<String, String> environment, String profile) {
    final ApiSettings settings =
        new ApiSettings(
            url == null ? Map.of() : Map.of(ApiService.BEDROCK, URI.create(url)),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    return Endpoint.of(
        ApiService.BEDROCK,
        settings,
        new AwsSettings(environment, Optional.of(profile)),
        "us-east-1");
  }

  private static ApiSettings settings(Optional<String> url, boolean fips, boolean dualstack) {
    return new ApiSettings(
        url.map(text -> Map.of(ApiService.BEDROCK, URI.create(text))).orElse(Map.of()),
        false,
        Optional.of(fips),
        Optional.of(dualstack),
        Optional.empty(),
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }
}
