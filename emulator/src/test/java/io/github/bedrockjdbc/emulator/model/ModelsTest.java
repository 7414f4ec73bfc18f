package io.github.bedrockjdbc.emulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.ModelKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.WireClient;
import io.github.bedrockjdbc.emulator.testing.WireClient.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of models and inference profiles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsTest {
  private static final Instant NOW = Instant.parse("2027-03-04T11:12:13Z");
  private static final String MODELS = "/foundation-models";
  private static final String PROFILES = "/inference-profiles";

  private BedrockEmulator emulator;
  private WireClient client;

  @BeforeAll
  void start() {
    emulator =
        BedrockEmulator.builder()
            .jobs(JobFixture.of(2000, 1).until(NOW))
            .jobs(JobFixture.of(200, 2).until(NOW).in("eu-west-1", JobFixture.ACCOUNT))
            .jobs(JobFixture.of(200, 3).until(NOW).in("ap-south-1", JobFixture.ACCOUNT))
            .region("us-east-1", "eu-west-1", "ap-south-1")
            .around(NOW)
            .start();
    client = WireClient.of(emulator, "bedrock");
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  @BeforeEach
  void nothingOdd() {
    emulator.behave(Behavior.standard());
  }

  private <T> void turn(Knob<T> knob, T value) {
    emulator.behave(Behavior.standard().with(knob, value));
  }

  private static List<Map<String, Object>> listed(WireClient from, String target) {
    final Response response = from.sent(from.get(target));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return response.list(
        target.startsWith(MODELS) ? "modelSummaries" : "inferenceProfileSummaries");
  }

  private List<String> texts(String target, String member) {
    return listed(client, target).stream().map(each -> (String) each.get(member)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "eu-west-1", "ap-south-1"})
  void everyModelOfTheJobsIsThere(String region) {
    final WireClient here = client.withSigner(client.signer().withRegion(region));
    final Set<Object> known = new HashSet<>();
    listed(here, MODELS).forEach(each -> known.add(each.get("modelArn")));
    final List<Map<String, Object>> profiles = new ArrayList<>(listed(here, PROFILES));
    profiles.addAll(listed(here, PROFILES + "?type=APPLICATION"));
    for (final Map<String, Object> each : profiles) {
      final List<?> models = (List<?>) each.get("models");
      assertThat(models).doesNotHaveDuplicates().hasSizeBetween(1, 5);
      assertThat(models).anyMatch(model -> known.contains(((Map<?, ?>) model).get("modelArn")));
      known.add(each.get("inferenceProfileArn"));
    }
    assertThat(
            emulator.jobs().stream()
                .filter(job -> job.region().equals(region))
                .map(Job::modelId)
                .filter(model -> !model.contains(":custom-model/"))
                .distinct())
        .hasSizeGreaterThan(10)
        .allMatch(known::contains);
  }

  @Test
  void fewModelsAreNearTheirEnd() {
    final List<Map<String, Object>> models = listed(client, MODELS);
    final Map<Object, Long> shares =
        models.stream()
            .map(each -> (Map<?, ?>) each.get("modelLifecycle"))
            .collect(Collectors.groupingBy(life -> life.get("status"), Collectors.counting()));
    assertThat(shares).containsOnlyKeys("ACTIVE", "LEGACY");
    assertThat(shares.get("LEGACY")).isBetween(4L, 8L);
    final Set<String> running =
        emulator.jobs().stream().map(Job::modelId).collect(Collectors.toSet());
    assertThat(models)
        .filteredOn(each -> running.contains(each.get("modelArn")))
        .map(each -> (Map<?, ?>) each.get("modelLifecycle"))
        .filteredOn(life -> life.get("status").equals("LEGACY"))
        .hasSizeGreaterThan(2)
        .allSatisfy(
            life -> {
              final Instant end = Instant.parse((String) life.get("endOfLifeTime"));
              assertThat(end).isBetween(NOW, NOW.plus(Duration.ofDays(150)));
              assertThat(Instant.parse((String) life.get("legacyTime"))).isBefore(NOW);
            });
  }

  @Test
  void noJobIsOlderThanItsModel() {
    final List<Map<String, Object>> models = listed(client, MODELS);
    for (final Job job : emulator.jobs()) {
      models.stream()
          .filter(model -> model.get("modelArn").equals(job.modelId()))
          .map(model -> (String) ((Map<?, ?>) model.get("modelLifecycle")).get("startOfLifeTime"))
          .forEach(
              start -> {
                if (start != null) {
                  assertThat(Instant.parse(start)).isBefore(job.submitTime());
                }
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "byProvider=Anthropic, providerName, Anthropic",
    "byProvider=anthropic, providerName, Anthropic",
    "byProvider=Mistral%20AI, providerName, Mistral AI",
    "byOutputModality=EMBEDDING, outputModalities, EMBEDDING",
    "byCustomizationType=DISTILLATION, customizationsSupported, DISTILLATION",
    "byInferenceType=PROVISIONED, inferenceTypesSupported, PROVISIONED"
  })
  void filters(String query, String member, String value) {
    final List<Map<String, Object>> some = listed(client, MODELS + "?" + query);
    assertThat(some)
        .hasSize(
            (int)
                listed(client, MODELS).stream()
                    .filter(each -> each.get(member).toString().contains(value))
                    .count())
        .isNotEmpty()
        .allMatch(each -> each.get(member).toString().contains(value));
  }

  @Test
  void providersMayCompareWithCaseAndModelsRetire() {
    turn(ModelKnob.PROVIDER_CASE_SENSITIVE, true);
    assertThat(listed(client, MODELS + "?byProvider=anthropic")).isEmpty();
    final String first = texts(MODELS, "modelId").get(0);
    turn(ModelKnob.RETIRED, Set.of(first));
    assertThat(texts(MODELS, "modelId")).isNotEmpty().doesNotContain(first);
    turn(Knob.IGNORED_PARAMETERS, Set.of("byProvider", "type"));
    assertThat(listed(client, MODELS + "?byProvider=Meta")).hasSize(listed(client, MODELS).size());
    assertThat(texts(PROFILES + "?type=APPLICATION", "type")).containsOnly("SYSTEM_DEFINED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /foundation-models?byProvider=a_b | regular expression pattern: [A-Za-z0-9- ]{1,63}
          /foundation-models?byProvider= | regular expression pattern
          /foundation-models?byCustomizationType=fine_tuning | enum value set: [FINE_TUNING,
          /foundation-models?byOutputModality=VIDEO | enum value set: [TEXT, IMAGE, EMBEDDING]
          /foundation-models?byInferenceType=BATCH | enum value set: [ON_DEMAND, PROVISIONED]
          /foundation-models?maxResults=10 | Unknown parameter 'maxResults'
          /foundation-models?byProvider=Meta&byProvider=Meta | given twice
          /inference-profiles?type=application | enum value set: [SYSTEM_DEFINED, APPLICATION]
          /inference-profiles?typeEquals=APPLICATION | Unknown parameter 'typeEquals'
          /inference-profiles?maxResults=0 | greater than or equal to 1
          /inference-profiles?maxResults=1001 | less than or equal to 1000
          /inference-profiles?nextToken=abc | nextToken is invalid
          """)
  void refused(String target, String message) {
    final Response response = client.sent(client.get(target));
    assertThat(response.status()).as(response.body()).isEqualTo(400);
    assertThat(response.headers()).containsEntry("x-amzn-errortype", "ValidationException");
    assertThat((String) response.json().get("message")).contains(message);
  }

  @Test
  void callersWithoutTheRight() {
    emulator.behave(
        Behavior.standard()
            .with(ModelKnob.MODELS_REFUSED, caller -> true)
            .with(ModelKnob.PROFILES_REFUSED, caller -> true));
    for (final String[] each :
        new String[][] {{MODELS, "ListFoundationModels"}, {PROFILES, "ListInferenceProfiles"}}) {
      final Response response = client.sent(client.get(each[0]));
      assertThat(response.status()).isEqualTo(403);
      assertThat((String) response.json().get("message")).contains("perform: bedrock:" + each[1]);
    }
  }

  @Test
  void typesOfProfiles() {
    assertThat(texts(PROFILES, "type")).containsOnly("SYSTEM_DEFINED").hasSizeGreaterThan(8);
    assertThat(texts(PROFILES + "?type=SYSTEM_DEFINED", "inferenceProfileId"))
        .isEqualTo(texts(PROFILES, "inferenceProfileId"))
        .anyMatch(id -> id.startsWith("us.anthropic."))
        .anyMatch(id -> id.startsWith("global."));
    assertThat(texts(PROFILES + "?type=APPLICATION", "type")).containsOnly("APPLICATION");
    turn(ModelKnob.ALL_TYPES, true);
    assertThat(texts(PROFILES, "type")).contains("SYSTEM_DEFINED", "APPLICATION");
  }

  @Test
  void profilesInPages() {
    final List<String> all = texts(PROFILES, "inferenceProfileArn");
    turn(ModelKnob.PAGE_CAP, 4);
    final List<String> walked = new ArrayList<>();
    String token = null;
    do {
      final String more = token == null ? "" : "&nextToken=" + token;
      final Response page = client.sent(client.get(PROFILES + "?maxResults=5" + more));
      final List<Map<String, Object>> profiles = page.list("inferenceProfileSummaries");
      assertThat(profiles).hasSizeBetween(1, 4);
      profiles.forEach(each -> walked.add((String) each.get("inferenceProfileArn")));
      token = (String) page.json().get("nextToken");
      if (token != null) {
        final String other = PROFILES + "?maxResults=6&nextToken=" + token;
        assertThat(client.sent(client.get(other)).status()).isEqualTo(400);
      }
    } while (token != null);
    assertThat(walked).isEqualTo(all);
  }

  @Test
  void oddFields() {
    emulator.behave(
        Behavior.standard()
            .with(Knob.ODD_ONE_IN, 1)
            .with(Knob.MISSING_FIELDS, Set.of("modelLifecycle", "description"))
            .with(Knob.UNREADABLE_FIELDS, Set.of("createdAt"))
            .with(Knob.UNKNOWN_FIELDS, true));
    assertThat(listed(client, MODELS))
        .allMatch(each -> !each.containsKey("modelLifecycle") && each.containsKey("archived"));
    assertThat(listed(client, PROFILES))
        .allMatch(each -> each.get("createdAt").equals("as soon as possible"));
  }
}
