package io.github.bedrockjdbc.emulator.model;

import io.github.bedrockjdbc.emulator.json.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An inference profile as the service lists it.
 *
 * @param description null if it has none
 * @param models ARNs, one for each region
 */
record ProfileCard(
    String arn,
    String id,
    String name,
    String description,
    Instant created,
    Instant updated,
    List<String> models,
    String type) {
  static final String SYSTEM = "SYSTEM_DEFINED";
  static final String APPLICATION = "APPLICATION";

  /** Its fields as the service writes them, in its order. */
  Map<String, Object> members() {
    return new Members()
        .with("inferenceProfileName", name)
        .with("description", description)
        .with("createdAt", created.toString())
        .with("updatedAt", updated.toString())
        .with("inferenceProfileArn", arn)
        .with("models", models.stream().map(model -> Map.of("modelArn", model)).toList())
        .with("inferenceProfileId", id)
        .with("status", "ACTIVE")
        .with("type", type)
        .map();
  }
}
