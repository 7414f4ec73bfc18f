package io.github.bedrockjdbc.emulator.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models and profiles as the service shows them, field by field in its order. */
final class ModelJson {
  private ModelJson() {}

  static Map<String, Object> model(ModelCard model, String region) {
    final Map<String, Object> members = new LinkedHashMap<>();
    members.put("modelArn", model.arn(region));
    members.put("modelId", model.id());
    members.put("modelName", model.name());
    members.put("providerName", model.provider());
    members.put("inputModalities", model.inputs());
    members.put("outputModalities", model.outputs());
    // Where a model writes no text, there is nothing to stream.
    if (model.outputs().contains("TEXT")) {
      members.put("responseStreamingSupported", model.isStreaming());
    }
    members.put("customizationsSupported", model.customizations());
    members.put("inferenceTypesSupported", model.inferenceTypes());
    members.put("modelLifecycle", life(model.life()));
    return members;
  }

  private static Map<String, Object> life(ModelCard.Life life) {
    final Map<String, Object> members = new LinkedHashMap<>();
    members.put("status", life.status());
    put(members, "startOfLifeTime", life.start());
    put(members, "endOfLifeTime", life.end());
    put(members, "legacyTime", life.legacy());
    put(members, "publicExtendedAccessTime", life.extended());
    return members;
  }

  static Map<String, Object> profile(ProfileCard profile) {
    final Map<String, Object> members = new LinkedHashMap<>();
    members.put("inferenceProfileName", profile.name());
    put(members, "description", profile.description());
    put(members, "createdAt", profile.created());
    put(members, "updatedAt", profile.updated());
    members.put("inferenceProfileArn", profile.arn());
    members.put("models", profile.models().stream().map(arn -> Map.of("modelArn", arn)).toList());
    members.put("inferenceProfileId", profile.id());
    members.put("status", "ACTIVE");
    members.put("type", profile.type());
    return members;
  }

  private static void put(Map<String, Object> members, String name, Object value) {
    if (value != null) {
      members.put(name, value instanceof Instant time ? time.toString() : value);
    }
  }
}
