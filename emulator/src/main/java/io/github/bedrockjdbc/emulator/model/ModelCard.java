package io.github.bedrockjdbc.emulator.model;

import java.time.Instant;
import java.util.List;

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
  }

  String arn(String region) {
    return "arn:aws:bedrock:" + region + "::foundation-model/" + id;
  }

  /** Whether it runs through inference profiles alone. */
  boolean needsProfile() {
    return inferenceTypes.contains("INFERENCE_PROFILE");
  }
}
