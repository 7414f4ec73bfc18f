package io.github.bedrockjdbc.emulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Compares with the service's model of both lists, where it is found. */
@EnabledIf(
    value = "materialIsHere",
    disabledReason = "the folder in service.material holds no model of the lists")
class ModelShapesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static Path file() {
    return Path.of(System.getProperty("service.material", "."), "bedrock-models-model.json");
  }

  static boolean materialIsHere() {
    return Files.isRegularFile(file());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> shapes() throws IOException {
    return (Map<String, Map<String, Object>>)
        ((Map<?, ?>) JsonReader.read(Files.readString(file()))).get("shapes");
  }

  private static Object enumOf(String shape) throws IOException {
    return shapes().get(shape).get("enum");
  }

  @Test
  void parametersAreTheModels() throws IOException {
    final Map<?, ?> members =
        (Map<?, ?>) shapes().get("ListFoundationModelsRequest").get("members");
    assertThat(List.copyOf(members.keySet()).toString()).isEqualTo(ModelFilter.NAMES.toString());
    assertThat(shapes().get("Provider")).containsEntry("pattern", ModelFilter.PROVIDER_PATTERN);
    assertThat(enumOf("ModelCustomization")).isEqualTo(ModelFilter.CUSTOMIZATIONS);
    assertThat(enumOf("ModelModality")).isEqualTo(ModelFilter.MODALITIES);
    assertThat(enumOf("InferenceType")).isEqualTo(ModelFilter.INFERENCE_TYPES);
    assertThat(enumOf("InferenceProfileType"))
        .isEqualTo(List.of(ProfileCard.SYSTEM, ProfileCard.APPLICATION));
  }

  @Test
  void answersKeepTheModelsPatterns() throws IOException {
    for (final ModelCard model : Catalogue.around(NOW)) {
      assertShape(model.members("eu-west-1"), "FoundationModelSummary");
    }
    for (final String region : List.of("us-east-1", "eu-central-2", "ap-south-1", "sa-east-1")) {
      final Caller caller = new Caller("123456789012", region, "AK");
      for (final ProfileCard profile : new Profiles(Catalogue.around(NOW)).of(caller)) {
        assertShape(profile.members(), "InferenceProfileSummary");
      }
    }
  }

  private static void assertShape(Object value, String name) throws IOException {
    final Map<String, Object> shape = shapes().get(name);
    if (value instanceof Map<?, ?> members) {
      final Map<?, ?> known = (Map<?, ?>) shape.get("members");
      if (shape.get("required") instanceof List<?> required) {
        assertThat(members.keySet().toString()).contains(texts(required));
      }
      for (final Map.Entry<?, ?> member : members.entrySet()) {
        assertThat(known.containsKey(member.getKey())).as(name + " " + member).isTrue();
        assertShape(
            member.getValue(), (String) ((Map<?, ?>) known.get(member.getKey())).get("shape"));
      }
    } else if (value instanceof List<?> elements) {
      for (final Object element : elements) {
        assertShape(element, (String) ((Map<?, ?>) shape.get("member")).get("shape"));
      }
    } else if (value instanceof String text) {
      assertText(text, shape, name);
    }
  }

  private static void assertText(String text, Map<String, Object> shape, String name) {
    if (shape.get("type").equals("timestamp")) {
      assertThat(Instant.parse(text)).isNotNull();
      return;
    }
    if (shape.get("pattern") instanceof String pattern) {
      assertThat(text).as(name).matches(pattern);
    }
    if (shape.get("max") instanceof Long most) {
      assertThat(text).as(name).hasSizeLessThanOrEqualTo(most.intValue());
    }
    // The service has more modalities and inference types than its model.
    if (shape.get("enum") instanceof List<?> known) {
      assertThat(known.contains(text) || List.of("VIDEO", "INFERENCE_PROFILE").contains(text))
          .as(name + " " + text)
          .isTrue();
    }
  }

  private static String[] texts(List<?> list) {
    return list.stream().map(String::valueOf).toArray(String[]::new);
  }
}
