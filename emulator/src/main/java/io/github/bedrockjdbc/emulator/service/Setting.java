package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.ModelKnob;
import io.github.bedrockjdbc.emulator.behavior.RateLimit;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A behavior, and what its rate limits have left. */
public record Setting(Behavior behavior, Map<Knob<Optional<RateLimit>>, RateLimit.Bucket> buckets) {
  private static final List<Knob<Optional<RateLimit>>> LIMITS =
      List.of(
          Knob.RATE_LIMIT, ModelKnob.RATE_LIMIT, StorageKnob.RATE_LIMIT, TaggingKnob.RATE_LIMIT);

  public Setting {
    buckets = Map.copyOf(buckets);
  }

  public static Setting of(Behavior behavior, Clock clock) {
    final Map<Knob<Optional<RateLimit>>, RateLimit.Bucket> buckets = new HashMap<>();
    for (final Knob<Optional<RateLimit>> knob : LIMITS) {
      behavior.get(knob).ifPresent(limit -> buckets.put(knob, new RateLimit.Bucket(limit, clock)));
    }
    return new Setting(behavior, buckets);
  }

  /** How long an answer takes. */
  public Duration latency(Operation operation) {
    return behavior.get(
        switch (operation.api()) {
          case BEDROCK ->
              switch (operation) {
                case LIST -> Knob.LIST_LATENCY;
                case GET, OTHER -> Knob.GET_LATENCY;
                default -> ModelKnob.LATENCY;
              };
          case S3 -> StorageKnob.LATENCY;
          case TAGGING -> TaggingKnob.LATENCY;
        });
  }

  /**
   * Lets one more request pass.
   *
   * @throws ServiceError if it comes too early
   */
  void admit(Operation operation) {
    final RateLimit.Bucket bucket = buckets.get(limit(operation));
    if (bucket != null && !bucket.take()) {
      throw operation.api().throttled().retryAfter(bucket.limit().retryAfter());
    }
  }

  private static Knob<Optional<RateLimit>> limit(Operation operation) {
    return switch (operation.api()) {
      case BEDROCK ->
          switch (operation) {
            case LIST, GET, OTHER -> Knob.RATE_LIMIT;
            default -> ModelKnob.RATE_LIMIT;
          };
      case S3 -> StorageKnob.RATE_LIMIT;
      case TAGGING -> TaggingKnob.RATE_LIMIT;
    };
  }
}
