package io.github.bedrockjdbc.adapter.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.http.HttpService;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;
import software.amazon.awssdk.services.s3.S3Client;

/** The vendor's clients read the same from the same emulator, with the same requests. */
class VendorDetailsTest {
  @AutoClose
  private final BedrockEmulator emulator =
      BedrockEmulator.builder()
          .jobs(JobFixture.of(100, 3))
          .behavior(
              Behavior.standard().with(StorageKnob.MANIFESTS, job -> ManifestFate.UNKNOWN_FIELDS))
          .start();

  @AutoClose private final HttpService service = Emulated.service(emulator, "maxAttempts", "1");

  private final JobsApi ours =
      service.source(Optional.of(BedrockEmulator.DEMO_REGION), Emulated.demo());

  private <B extends AwsClientBuilder<B, C>, C> C theirs(B builder) {
    return builder
        .endpointOverride(URI.create(emulator.endpoint()))
        .region(Region.of(BedrockEmulator.DEMO_REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY)))
        .build();
  }

  private static Execution execution() {
    return new Execution(Cancellation.unlimited(), Long.MAX_VALUE);
  }

  @Test
  void tags() {
    final List<String> arns = emulator.jobs().stream().map(Job::jobArn).toList();
    try (ResourceGroupsTaggingApiClient client = theirs(ResourceGroupsTaggingApiClient.builder())) {
      final Map<String, String> expected = new LinkedHashMap<>();
      client
          .getResources(get -> get.resourceARNList(arns))
          .resourceTagMappingList()
          .forEach(each -> expected.put(each.resourceARN(), json(each.tags())));
      assertThat(expected).hasSizeGreaterThan(20);
      assertThat(ours.call(TagRequest.of(arns), execution()))
          .containsExactlyInAnyOrderEntriesOf(expected);
    }
    assertSame(Operation.GET_RESOURCES);
  }

  private static String json(List<Tag> tags) {
    return tags.stream()
        .sorted(Comparator.comparing(Tag::key))
        .map(tag -> "\"" + tag.key() + "\":\"" + tag.value() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void manifests() {
    final Job job =
        emulator.jobs().stream()
            .filter(each -> each.status().equals("Completed") && each.output().uri() != null)
            .findFirst()
            .orElseThrow();
    final S3Place place = S3Place.of(job.output().uri()).orElseThrow().manifest(job.jobArn());
    try (S3Client client = theirs(S3Client.builder().forcePathStyle(true))) {
      final String theirs =
          client
              .getObjectAsBytes(get -> get.bucket(place.bucket()).key(place.key()))
              .asUtf8String();
      final long[] counts = ours.call(Manifest.request(place, Optional.empty()), execution());
      assertThat(counts).hasSize(6);
      assertThat(LongStream.of(counts).filter(count -> count >= 0).boxed())
          .isNotEmpty()
          .allSatisfy(count -> assertThat(theirs).containsPattern(": *" + count + "\\b"));
    }
    assertSame(Operation.GET_OBJECT);
  }

  private void assertSame(Operation operation) {
    final List<RecordedRequest> sent = emulator.log().requests(operation);
    assertThat(sent).hasSize(2).extracting(RecordedRequest::status).containsOnly(200);
    assertThat(sent.get(1).rawPath()).isEqualTo(sent.get(0).rawPath());
    assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
    assertThat(sent.get(1).region()).isEqualTo(sent.get(0).region());
  }
}
