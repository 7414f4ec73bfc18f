package io.github.bedrockjdbc.adapter.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.http.VendorClient;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.calcite.schema.Table;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.FoundationModelLifecycle;
import software.amazon.awssdk.services.bedrock.model.FoundationModelSummary;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileModel;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileSummary;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileType;

/** Every field of every model and profile as the vendor's own client understands it. */
class VendorListsTest {
  @AutoClose private final BedrockEmulator emulator = BedrockEmulator.demo();
  @AutoClose private final BedrockClient vendor = VendorClient.of(emulator, 1);

  @AutoClose
  private final Engine engine =
      new Engine(
          Config.of(
              Map.of(
                  "endpoint", emulator.endpoint(),
                  "region", BedrockEmulator.DEMO_REGION,
                  "user", BedrockEmulator.DEMO_ACCESS_KEY_ID,
                  "password", BedrockEmulator.DEMO_SECRET_ACCESS_KEY)));

  @Test
  void models() {
    final List<FoundationModelSummary> theirs =
        vendor.listFoundationModels(request -> {}).modelSummaries();

    assertThat(theirs).hasSizeGreaterThan(5).anyMatch(each -> each.modelLifecycle() != null);
    assertThat(ours(ModelsTable.of(engine)))
        .containsExactlyElementsOf(sorted(theirs.stream().map(VendorListsTest::values).toList()));
  }

  private static List<Object> values(FoundationModelSummary model) {
    final FoundationModelLifecycle life = model.modelLifecycle();
    return Arrays.asList(
        model.modelArn(),
        model.modelId(),
        model.modelName(),
        model.providerName(),
        json(model.hasInputModalities(), model.inputModalitiesAsStrings()),
        json(model.hasOutputModalities(), model.outputModalitiesAsStrings()),
        model.responseStreamingSupported(),
        json(model.hasCustomizationsSupported(), model.customizationsSupportedAsStrings()),
        json(model.hasInferenceTypesSupported(), model.inferenceTypesSupportedAsStrings()),
        life == null ? null : life.statusAsString(),
        life == null ? null : millis(life.startOfLifeTime()),
        life == null ? null : millis(life.legacyTime()),
        life == null ? null : millis(life.publicExtendedAccessTime()),
        life == null ? null : millis(life.endOfLifeTime()),
        BedrockEmulator.DEMO_REGION);
  }

  @Test
  void profiles() {
    final List<InferenceProfileSummary> theirs = new ArrayList<>();
    for (InferenceProfileType type :
        List.of(InferenceProfileType.SYSTEM_DEFINED, InferenceProfileType.APPLICATION)) {
      vendor
          .listInferenceProfilesPaginator(request -> request.typeEquals(type))
          .inferenceProfileSummaries()
          .forEach(theirs::add);
    }

    assertThat(theirs).extracting(InferenceProfileSummary::type).hasSizeGreaterThan(3);
    assertThat(ours(InferenceProfilesTable.of(engine)))
        .containsExactlyElementsOf(sorted(theirs.stream().map(VendorListsTest::values).toList()));
  }

  private static List<Object> values(InferenceProfileSummary profile) {
    final List<String> models =
        profile.models().stream().map(InferenceProfileModel::modelArn).toList();
    final String near = ":" + BedrockEmulator.DEMO_REGION + ":";
    final String account = profile.inferenceProfileArn().split(":", 6)[4];
    return Arrays.asList(
        profile.inferenceProfileArn(),
        profile.inferenceProfileId(),
        profile.inferenceProfileName(),
        profile.typeAsString(),
        profile.statusAsString(),
        profile.description(),
        models.stream().filter(arn -> arn.contains(near)).findFirst().orElse(models.get(0)),
        json(true, models),
        millis(profile.createdAt()),
        millis(profile.updatedAt()),
        BedrockEmulator.DEMO_REGION,
        account.isEmpty() ? null : account);
  }

  private static String json(boolean isThere, List<String> texts) {
    return isThere ? texts.isEmpty() ? "[]" : "[\"" + String.join("\",\"", texts) + "\"]" : null;
  }

  private static Long millis(Instant time) {
    return time == null ? null : (Long) time.toEpochMilli();
  }

  private List<List<Object>> ours(Table table) {
    final Listing listing = ((ListedTable) table).listing();
    final Execution execution = engine.newExecution(Cancellation.unlimited());
    final List<List<Object>> rows = new ArrayList<>();
    for (Item item :
        listing.items(engine.sources().get(0), new WantedValues(Map.of()), execution)) {
      rows.add(
          Arrays.asList(
              listing.columns().stream().map(each -> each.value().apply(item)).toArray()));
    }
    return sorted(rows);
  }

  private static List<List<Object>> sorted(List<List<Object>> rows) {
    return rows.stream().sorted(Comparator.comparing(row -> (String) row.get(0))).toList();
  }
}
