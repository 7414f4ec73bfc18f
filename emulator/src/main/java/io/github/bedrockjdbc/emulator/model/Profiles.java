package io.github.bedrockjdbc.emulator.model;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Geography;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The inference profiles of an account in a region. */
final class Profiles {
  private static final Instant LONG_AGO = Instant.parse("2024-08-26T00:00:00Z");

  private final List<ModelCard> models;

  Profiles(List<ModelCard> models) {
    this.models = models;
  }

  /** System-defined ones first, as the service gives them. */
  List<ProfileCard> of(Caller caller) {
    final String region = caller.region();
    final Geography geography = Geography.of(region);
    final List<ProfileCard> all = new ArrayList<>();
    for (final ModelCard model : models) {
      if (model.needsProfile() || model.id().matches("amazon\\.nova-(micro|lite|pro)-v1:0")) {
        all.add(system(geography.prefix(), geography.label(), model, geography.regions(), caller));
      }
      if (model.id().contains("-4-5-")) {
        all.add(system("global", "Global", model, Geography.world(region), caller));
      }
    }
    all.add(
        application(
            caller,
            "k3v9q0x7m2ab",
            "claims-assistant",
            "Batches of the claims team. Cost center CC-1040",
            List.of(arn("anthropic.claude-3-5-sonnet-20240620-v1:0", region))));
    all.add(
        application(
            caller,
            "z8w1n5c4t6yd",
            "search index",
            null,
            geography.regions().stream()
                .map(each -> arn("anthropic.claude-sonnet-4-20250514-v1:0", each))
                .toList()));
    all.add(
        application(
            caller,
            "m0b7h2r9e5qk",
            "research-embeddings",
            "Research",
            List.of(arn("amazon.titan-embed-text-v2:0", region))));
    return all;
  }

  private static ProfileCard system(
      String prefix, String label, ModelCard model, List<String> regions, Caller caller) {
    final String id = prefix + "." + model.id();
    final Instant created = Objects.requireNonNullElse(model.life().start(), LONG_AGO);
    return new ProfileCard(
        "arn:aws:bedrock:%s:%s:inference-profile/%s"
            .formatted(caller.region(), caller.account(), id),
        id,
        (label + " " + model.name()).replaceAll("[^0-9a-zA-Z _-]", "-"),
        "Routes requests to " + model.name() + " in " + regions.size() + " regions.",
        created,
        created.plus(Duration.ofDays(30)),
        regions.stream().map(model::arn).toList(),
        ProfileCard.SYSTEM);
  }

  private static ProfileCard application(
      Caller caller, String id, String name, String description, List<String> models) {
    return new ProfileCard(
        "arn:aws:bedrock:%s:%s:application-inference-profile/%s"
            .formatted(caller.region(), caller.account(), id),
        id,
        name,
        description,
        LONG_AGO,
        LONG_AGO.plus(Duration.ofDays(name.length())).plusMillis(123),
        models,
        ProfileCard.APPLICATION);
  }

  private String arn(String id, String region) {
    return models.stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow()
        .arn(region);
  }
}
