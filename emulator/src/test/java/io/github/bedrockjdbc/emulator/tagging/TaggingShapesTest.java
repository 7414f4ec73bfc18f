package io.github.bedrockjdbc.emulator.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.FixtureTags;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Compares with the tagging service's model, where it is found. */
@EnabledIf(
    value = "materialIsHere",
    disabledReason = "the folder in service.material holds no model of the tagging service")
class TaggingShapesTest {
  private static Path file() {
    return Path.of(System.getProperty("service.material", "."), "tagging-model.json");
  }

  static boolean materialIsHere() {
    return Files.isRegularFile(file());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> shapes() throws IOException {
    return (Map<String, Map<String, Object>>)
        ((Map<?, ?>) JsonReader.read(Files.readString(file()))).get("shapes");
  }

  @Test
  void parametersAreTheModels() throws IOException {
    final Map<?, ?> members = (Map<?, ?>) shapes().get("GetResourcesInput").get("members");
    assertThat(List.copyOf(members.keySet()).toString())
        .isEqualTo(ResourceQuery.MEMBERS.toString());
    assertThat(shapes().get("ResourceARNListForGet"))
        .containsEntry("min", 1L)
        .containsEntry("max", (long) ResourceQuery.MOST_ARNS);
    assertThat(shapes().get("ResourceARN")).containsEntry("max", (long) ResourceQuery.LONGEST_ARN);
  }

  @Test
  void tagsKeepTheModelsLengths() throws IOException {
    final long key = (Long) shapes().get("TagKey").get("max");
    final long value = (Long) shapes().get("TagValue").get("max");
    for (final Job job : JobFixture.of(500, 3)) {
      assertThat(FixtureTags.of(job))
          .allSatisfy(
              (name, text) -> {
                assertThat(name).hasSizeBetween(1, (int) key);
                assertThat(text).hasSizeLessThanOrEqualTo((int) value);
              });
    }
  }
}
