package io.github.bedrockjdbc.emulator.data;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** The models that fixture jobs run, each from the day on that it could be had. */
final class FixtureModels {
  private static final List<Model> MODELS =
      List.of(
          foundation("2024-01-01", "anthropic.claude-3-haiku-20240307-v1:0"),
          foundation("2024-01-01", "anthropic.claude-3-5-sonnet-20240620-v1:0"),
          foundation("2024-01-01", "amazon.titan-embed-text-v2:0"),
          foundation("2024-01-01", "amazon.titan-embed-image-v1"),
          foundation("2024-01-01", "meta.llama3-1-70b-instruct-v1:0"),
          foundation("2024-01-01", "mistral.mistral-small-2402-v1:0"),
          foundation("2024-12-04", "amazon.nova-micro-v1:0"),
          foundation("2024-12-04", "amazon.nova-lite-v1:0"),
          foundation("2024-12-04", "amazon.nova-pro-v1:0"),
          profile("2025-03-01", "{geography}.anthropic.claude-3-7-sonnet-20250219-v1:0"),
          profile("2025-05-06", "{geography}.meta.llama4-scout-17b-instruct-v1:0"),
          profile("2025-06-01", "{geography}.anthropic.claude-sonnet-4-20250514-v1:0"),
          profile("2025-11-01", "{geography}.anthropic.claude-haiku-4-5-20251001-v1:0"),
          profile("2025-11-01", "global.anthropic.claude-sonnet-4-5-20250929-v1:0"),
          new Model("2024-01-01", "{account}:application-inference-profile/k3v9q0x7m2ab"),
          new Model(
              "2025-02-01", "{account}:custom-model/amazon.nova-micro-v1:0:128k/7h2k9d04xq1z"),
          new Model(
              "2024-01-01", "{account}:custom-model/amazon.titan-text-lite-v1:0:4k/p0c5r8w2u6jn"));

  private record Model(Instant since, String resource) {
    Model(String since, String resource) {
      this(Instant.parse(since + "T00:00:00Z"), resource);
    }
  }

  private FixtureModels() {}

  private static Model foundation(String since, String id) {
    return new Model(since, ":foundation-model/" + id);
  }

  private static Model profile(String since, String id) {
    return new Model(since, "{account}:inference-profile/" + id);
  }

  /** A full ARN, of a model that was there at the time. */
  static String pick(Instant time, String region, String account, SplittableRandom random) {
    Model model;
    do {
      model = MODELS.get(random.nextInt(MODELS.size()));
    } while (model.since().isAfter(time));
    return "arn:aws:bedrock:" + region + ":" + filled(model.resource(), region, account);
  }

  private static String filled(String resource, String region, String account) {
    return resource
        .replace("{account}", account)
        .replace("{geography}", Geography.of(region).prefix());
  }
}
