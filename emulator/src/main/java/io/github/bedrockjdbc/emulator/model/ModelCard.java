package io.github.bedrockjdbc.emulator.model;

import io.github.bedrockjdbc.emulator.json.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A foundation model as the service lists it, without its region; a null component is a field that
 * the answer leaves out.
 */
record ModelCard(
    String id,
    String name,
    String provider,
    List<String> inputs,
    List<String> outputs,
    boolean isStreaming,
    List<String> customizations,
    List<String> inferenceTypes,
    Life life) {
  /**
   * A {@code modelLifecycle}.
   *
   * @param extended {@code publicExtendedAccessTime}
   */
  record Life(Instant start, Instant legacy, Instant extended, Instant end) {
    String status() {
      return legacy == null ? "ACTIVE" : "LEGACY";
    }

    private Map<String, Object> members() {
      return new Members()
          .with("status", status())
          .with("startOfLifeTime", text(start))
          .with("endOfLifeTime", text(end))
          .with("legacyTime", text(legacy))
          .with("publicExtendedAccessTime", text(extended))
          .map();
    }

    private static String text(Instant time) {
      return time == null ? null : time.toString();
    }
  }

  String arn(String region) {
    return "arn:aws:bedrock:" + region + "::foundation-model/" + id;
  }

  /** Its fields as the service writes them, in its order. */
  Map<String, Object> members(String region) {
    return new Members()
        .with("modelArn", arn(region))
        .with("modelId", id)
        .with("modelName", name)
        .with("providerName", provider)
        .with("inputModalities", inputs)
        .with("outputModalities", outputs)
        // Where a model writes no text, there is nothing to stream.
        .with("responseStreamingSupported", outputs.contains("TEXT") ? isStreaming : null)
        .with("customizationsSupported", customizations)
        .with("inferenceTypesSupported", inferenceTypes)
        .with("modelLifecycle", life.members())
        .map();
  }

  /** Whether it runs through inference profiles alone. */
  boolean needsProfile() {
    return inferenceTypes.contains("INFERENCE_PROFILE");
  }
}
