package io.github.bedrockjdbc.emulator.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.FixtureTags;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.WireClient;
import io.github.bedrockjdbc.emulator.testing.WireClient.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tagging service answers, and how it refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaggingTest {
  private static final String OTHER_ACCOUNT = "999988887777";
  private static final JobFixture JOBS = JobFixture.of(150, 1);
  private static final String ARN = JOBS.get(0).jobArn();

  private BedrockEmulator emulator;
  private WireClient client;

  @BeforeAll
  void start() {
    emulator =
        BedrockEmulator.builder()
            .jobs(JOBS)
            .jobs(JobFixture.of(20, 2).in("eu-west-1", JobFixture.ACCOUNT))
            .jobs(JobFixture.of(20, 3).in("us-east-1", OTHER_ACCOUNT))
            .region("us-east-1", "eu-west-1")
            .start();
    client = WireClient.of(emulator, "tagging");
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  @BeforeEach
  void nothingOdd() {
    emulator.behave(Behavior.standard());
  }

  private Response sent(String body) {
    return client.sent(client.resources(body));
  }

  private Response sent(Collection<String> arns) {
    return client.sent(client.resources(arns));
  }

  private <T> void turn(Knob<T> knob, T value) {
    emulator.behave(Behavior.standard().with(knob, value));
  }

  private static List<String> arns(Collection<Job> jobs) {
    return jobs.stream().map(Job::jobArn).toList();
  }

  /** Tags by resource. */
  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, String>> tags(Response response) {
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    final Map<String, Map<String, String>> all = new HashMap<>();
    for (final Map<String, Object> each : response.list("ResourceTagMappingList")) {
      final Map<String, String> tags = new TreeMap<>();
      ((List<Map<String, String>>) each.get("Tags"))
          .forEach(tag -> tags.put(tag.get("Key"), tag.get("Value")));
      all.put((String) each.get("ResourceARN"), tags);
    }
    return all;
  }

  @Test
  void hundredArnsGiveThoseThatHaveTags() {
    final List<Job> hundred = JOBS.subList(0, 100);
    final Response response = sent(arns(hundred));
    final Map<String, Map<String, String>> expected = new HashMap<>();
    hundred.forEach(job -> expected.put(job.jobArn(), FixtureTags.of(job)));
    expected.values().removeIf(Map::isEmpty);
    assertThat(tags(response)).isEqualTo(expected).hasSizeLessThan(100);
    assertThat(response.headers())
        .containsEntry("content-type", "application/x-amz-json-1.1")
        .containsKey("x-amzn-requestid");
    assertThat(response.json()).containsEntry("PaginationToken", "");
    assertThat(
            response.list("ResourceTagMappingList").stream().map(each -> each.get("ResourceARN")))
        .isNotEqualTo(arns(hundred).stream().filter(expected::containsKey).toList());
  }

  @Test
  void whatIsElsewhereOrNotThereIsNotInTheAnswer() {
    final List<String> others = new ArrayList<>();
    emulator.jobs().stream()
        .filter(job -> !job.region().equals("us-east-1") || job.account().equals(OTHER_ACCOUNT))
        .forEach(job -> others.add(job.jobArn()));
    others.add(ARN.replaceFirst("/.*", "/000000000000"));
    others.add("arn:aws:s3:::claims-batch-output");
    assertThat(tags(sent(others))).isEmpty();
    final WireClient west = client.withSigner(client.signer().withRegion("eu-west-1"));
    assertThat(tags(west.sent(west.resources(others)))).isNotEmpty();
  }

  @Test
  void jobsMayBeForgottenOrTaggedOtherwise() {
    turn(TaggingKnob.FORGOTTEN, job -> true);
    assertThat(tags(sent(List.of(ARN)))).isEmpty();
    turn(TaggingKnob.TAGS, job -> Map.of("team", "a\"b\\c", "x", ""));
    assertThat(tags(sent(List.of(ARN)))).containsEntry(ARN, Map.of("team", "a\"b\\c", "x", ""));
    turn(TaggingKnob.TAGS, job -> Map.of());
    assertThat(tags(sent(List.of(ARN)))).isEmpty();
  }

  @Test
  void lastPageMayHaveNoToken() {
    turn(TaggingKnob.EMPTY_TOKEN, false);
    assertThat(sent(List.of(ARN)).json()).doesNotContainKey("PaginationToken");
    turn(TaggingKnob.PAGE, 1);
    assertThat((String) sent(arns(JOBS.subList(0, 9))).json().get("PaginationToken")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ResourceARNList":[]} | at least 1
          {"ResourceARNList":["x"]} | invalid ARN
          {"ResourceARNList":["arn:aws:bedrock:us-east-1:1:"]} | invalid ARN
          {"ResourceARNList":["A","A"]} | twice
          {"ResourceARNList":["A"],"ResourcesPerPage":100} | together with ResourcesPerPage
          {"ResourceARNList":["A"],"PaginationToken":""} | together with PaginationToken
          {"ResourceARNList":["A"],"TagFilters":[]} | together with TagFilters
          {"ResourceARNList":["A"],"ResourceTypeFilters":["bedrock"]} | together with ResourceType
          {"ResourceArnList":["A"]} | Unknown parameter ResourceArnList
          {"ResourcesPerPage":0} | between 1 and 100
          {"ResourcesPerPage":101} | between 1 and 100
          {"TagsPerPage":150} | TagsPerPage must be
          {"TagsPerPage":100,"ResourcesPerPage":1} | together
          {"PaginationToken":"abc"} | pagination token is invalid
          {"TagFilters":[{"Values":["a"]}]} | needs a key
          {"TagFilters":[{"Key":"a","Value":"b"}]} | Unknown parameter Value
          {"ExcludeCompliantResources":true} | needs IncludeComplianceDetails
          """)
  void refused(String body, String message) {
    final Response response = sent(body.replace("\"A\"", '"' + ARN + '"'));
    assertThat(response.status()).as(response.body()).isEqualTo(400);
    assertThat(response.type()).isEqualTo("InvalidParameterException");
    assertThat((String) response.json().get("Message")).contains(message);
    assertThat(response.headers())
        .containsEntry("content-type", "application/x-amz-json-1.1")
        .doesNotContainKey("x-amzn-errortype");
  }

  @Test
  void hundredAndOneAreTooMany() {
    final Response response = sent(arns(JOBS.subList(0, 101)));
    assertThat(response.type()).isEqualTo("InvalidParameterException");
    final String longest = ARN.replaceFirst("/.*", "/" + "x".repeat(1011));
    assertThat(sent(List.of(longest)).type()).isEqualTo("InvalidParameterException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"ResourceARNList\":\"a\"}",
        "{\"ResourceARNList\":[1]}",
        "{\"ResourceARNList\":null}",
        "{\"ResourcesPerPage\":\"1\"}",
        "{\"TagFilters\":{}}",
        "{\"IncludeComplianceDetails\":1}"
      })
  void bodiesOfAnotherShape(String body) {
    final Response response = sent(body);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.type()).isEqualTo("SerializationException");
  }

  @Test
  void otherTargetsAndTypesAreUnknown() {
    final WireClient.Request request = client.resources(List.of(ARN));
    final String target = "ResourceGroupsTaggingAPI_20170126.";
    assertThat(client.sent(request.with("x-amz-target", target + "TagResources")).type())
        .isEqualTo("UnknownOperationException");
    assertThat(client.sent(request.without("x-amz-target")).type())
        .isEqualTo("UnknownOperationException");
    assertThat(client.sent(request.with("content-type", "application/json")).type())
        .isEqualTo("UnknownOperationException");
    assertThat(client.sent(request.withTarget("/tags")).type())
        .isEqualTo("UnknownOperationException");
    assertThat(client.sent(request.withMethod("GET")).type())
        .isEqualTo("UnknownOperationException");
  }

  @Test
  void callerWithoutTheRight() {
    turn(TaggingKnob.REFUSED, caller -> true);
    final Response response = sent(List.of(ARN));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.type()).isEqualTo("AccessDeniedException");
    assertThat((String) response.json().get("message")).contains("perform: tag:GetResources");
  }

  @Test
  void filtersAndPagesWithoutArns() {
    final List<String> found = new ArrayList<>();
    String token = "";
    do {
      final Response page =
          sent(
              """
              {"TagFilters":[{"Key":"team","Values":["claims","search"]},{"Key":"environment"}],
               "ResourceTypeFilters":["bedrock:model-invocation-job"],"ResourcesPerPage":7,
               "PaginationToken":"%s"}"""
                  .formatted(token));
      assertThat(tags(page)).hasSizeBetween(1, 7);
      found.addAll(tags(page).keySet());
      token = (String) page.json().get("PaginationToken");
    } while (!token.isEmpty());
    final List<String> expected =
        JOBS.stream()
            .filter(job -> FixtureTags.of(job).getOrDefault("team", "").matches("claims|search"))
            .filter(job -> FixtureTags.of(job).containsKey("environment"))
            .map(Job::jobArn)
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(tags(sent("{\"ResourceTypeFilters\":[\"s3\"]}"))).isEmpty();
    assertThat(tags(sent("{}"))).hasSize(100);
  }

  @Test
  void unknownFields() {
    turn(Knob.UNKNOWN_FIELDS, true);
    assertThat(sent(Collections.singleton(ARN)).json()).containsKey("retryPolicy");
  }
}
