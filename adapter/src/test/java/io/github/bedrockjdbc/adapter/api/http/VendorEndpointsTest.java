package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.ApiSettings;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import io.github.bedrockjdbc.adapter.api.Percent;
import io.github.bedrockjdbc.adapter.api.auth.AwsPlace;
import io.github.bedrockjdbc.adapter.api.auth.AwsSettings;
import io.github.bedrockjdbc.adapter.api.auth.Credentials;
import io.github.bedrockjdbc.adapter.api.auth.RunningCommands;
import io.github.bedrockjdbc.adapter.api.endpoint.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Host, path and signed headers are those of the vendor's clients with the same settings. */
class VendorEndpointsTest {
  private static final String OWNER = "123456789012";

  private static final List<String> KEYS =
      List.of(
          "out/abc123def456/manifest.json.out",
          "a b+c/ü~!'()*&=@:,;$/manifest.json.out",
          "/leading//double/./dots/../manifest.json.out",
          "%41%2F/manifest.json.out");

  private static final ApiSettings SETTINGS =
      new ApiSettings(
          Map.of(),
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  @TempDir private Path folder;
  private Path config;
  private final List<String> properties = new ArrayList<>();

  @BeforeEach
  void configure() throws IOException {
    config = folder.resolve("config");
    Files.writeString(
        config,
        """
        [default]
        [profile all]
        endpoint_url = https://all.test
        [profile service]
        endpoint_url = https://all.test
        services = ours
        [services ours]
        bedrock =
          endpoint_url = https://bedrock.test/base
        s3 =
          endpoint_url = https://s3.test/base
        resource_groups_tagging_api =
          endpoint_url = https://tagging.test:8443
        [profile others]
        endpoint_url = https://all.test
        services = others
        [services others]
        dynamodb =
          endpoint_url = https://dynamodb.test
        [profile ignoring]
        endpoint_url = https://all.test
        ignore_configured_endpoint_urls = true
        [profile fips]
        use_fips_endpoint = true
        [profile dualstack]
        use_dualstack_endpoint = true
        [profile both]
        use_fips_endpoint = true
        use_dualstack_endpoint = true
        """);
    set("aws.configFile", config.toString());
    set("aws.sharedCredentialsFile", folder.resolve("none").toString());
    set("aws.s3UseUsEast1RegionalEndpoint", "regional"); // else that region has its former host
  }

  private void set(String property, String value) {
    System.setProperty(property, value);
    properties.add(property);
  }

  @AfterEach
  void restore() {
    properties.forEach(System::clearProperty);
  }

  @Test
  void regionsProfilesAndVariants() {
    for (String profile : List.of("default", "all", "service", "others", "ignoring", "both")) {
      check("us-east-1", profile, Optional.empty());
    }
    for (String region : List.of("us-gov-west-1", "cn-north-1", "eusc-de-east-1")) {
      for (String profile : List.of("default", "fips", "dualstack")) {
        check(region, profile, Optional.empty());
      }
    }
  }

  @Test
  void variables() {
    set("aws.endpointUrl", "https://variable.test/some/path");
    for (String profile : List.of("default", "all", "service", "ignoring")) {
      check("eu-west-1", profile, Optional.of("token"));
    }
    set("aws.endpointUrlS3", "http://127.0.0.1:9000");
    set("aws.endpointUrlBedrock", "https://bedrock-variable.test");
    set("aws.endpointUrlResourceGroupsTaggingApi", "https://tagging-variable.test");
    for (String profile : List.of("default", "service")) {
      check("eu-west-1", profile, Optional.of("token"));
    }
    set("aws.ignoreConfiguredEndpointUrls", "true");
    check("eu-west-1", "service", Optional.of("token"));
  }

  @Test
  void theEnvironmentNamesEndpointsToo() {
    final Map<String, String> environment =
        Map.of(
            "AWS_ENDPOINT_URL_BEDROCK", "https://bedrock.test",
            "AWS_ENDPOINT_URL_S3", "https://s3.test",
            "AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API", "https://tagging.test");
    for (ApiService service : ApiService.values()) {
      final AwsSettings aws = new AwsSettings(environment, Optional.of("all"));
      assertThat(Endpoint.of(service, SETTINGS, aws, "us-east-1").base())
          .isEqualTo("https://" + service.wireName() + ".test");
    }
  }

  private void check(String region, String profile, Optional<String> sessionToken) {
    final Endpoint s3 = endpoint(ApiService.S3, region, profile);
    for (String bucket : List.of("plain-bucket", "dotted.bucket")) {
      for (String key : profile.equals("default") ? KEYS : KEYS.subList(0, 1)) {
        same(
            "s3 " + region + " " + profile + " " + bucket + " " + key,
            () -> ours(object(bucket, key), s3, region, sessionToken),
            () ->
                VendorRequest.sent(
                    S3Client.builder().forcePathStyle(s3 != null && !s3.isOwn()),
                    client ->
                        client.getObject(
                            get -> get.bucket(bucket).key(key).expectedBucketOwner(OWNER)),
                    region,
                    config,
                    profile,
                    sessionToken));
      }
    }
    same(
        "tagging " + region + " " + profile,
        () -> ours(tags(), endpoint(ApiService.TAGGING, region, profile), region, sessionToken),
        () ->
            VendorRequest.sent(
                ResourceGroupsTaggingApiClient.builder(),
                client -> client.getResources(get -> get.resourceARNList("arn:aws:s3:::a")),
                region,
                config,
                profile,
                sessionToken));
    same(
        "bedrock " + region + " " + profile,
        () -> ours(models(), endpoint(ApiService.BEDROCK, region, profile), region, sessionToken),
        () ->
            VendorRequest.sent(
                BedrockClient.builder(),
                client -> client.listFoundationModels(list -> {}),
                region,
                config,
                profile,
                sessionToken));
  }

  /** Also where there is no such endpoint. */
  private static void same(
      String what, Supplier<VendorRequest> ours, Supplier<VendorRequest> theirs) {
    assertThat(outcome(ours)).as(what).isEqualTo(outcome(theirs));
  }

  private static Optional<VendorRequest> outcome(Supplier<VendorRequest> sent) {
    try {
      return Optional.of(sent.get());
    } catch (RuntimeException none) {
      return Optional.empty();
    }
  }

  private static Endpoint endpoint(ApiService service, String region, String profile) {
    try {
      return Endpoint.of(
          service, SETTINGS, new AwsSettings(Map.of(), Optional.of(profile)), region);
    } catch (RuntimeException none) {
      return null;
    }
  }

  private static VendorRequest ours(
      ApiRequest<?> request, Endpoint endpoint, String region, Optional<String> sessionToken) {
    final Call call = Call.of(request, endpoint, region);
    final Credentials credentials =
        new Credentials(
            new CredentialSettings(
                Optional.empty(),
                Optional.of("AKID"),
                Optional.of("secret"),
                sessionToken,
                Optional.empty(),
                Optional.empty()),
            Map.of(),
            new AwsPlace(
                new AwsSettings(Map.of(), Optional.empty()), () -> region, new RunningCommands()),
            Runnable::run);
    final Signer.Proof proof =
        new Signer(request.operation().service(), credentials, new SigningClock(Clock.systemUTC()))
            .proof(call, Cancellation.unlimited());
    return VendorRequest.of(call.uri(), proof.headers().get("Authorization").get(0));
  }

  private static ApiRequest<String> object(String bucket, String key) {
    return request(
        ApiOperation.GET_OBJECT,
        "/" + Percent.encodedPath(key),
        Optional.of(bucket),
        Map.of("x-amz-expected-bucket-owner", OWNER),
        Optional.empty());
  }

  private static ApiRequest<String> tags() {
    return request(
        ApiOperation.GET_RESOURCES,
        "/",
        Optional.empty(),
        Map.of(
            "Content-Type",
            "application/x-amz-json-1.1",
            "X-Amz-Target",
            "ResourceGroupsTaggingAPI_20170126.GetResources"),
        Optional.of("{\"ResourceARNList\":[\"arn:aws:s3:::a\"]}"));
  }

  private static ApiRequest<String> models() {
    return request(
        ApiOperation.LIST_MODELS,
        "/foundation-models",
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private static ApiRequest<String> request(
      ApiOperation operation,
      String path,
      Optional<String> bucket,
      Map<String, String> headers,
      Optional<String> body) {
    return new ApiRequest<>(
        operation, "", "", path, bucket, headers, body, parser -> "", text -> 1);
  }
}
