package io.github.bedrockjdbc.emulator.behavior;

import static io.github.bedrockjdbc.emulator.behavior.Knob.knob;

import io.github.bedrockjdbc.emulator.data.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What can be set of the lists of models and inference profiles. */
public final class ModelKnob {
  /** Whether {@code byProvider} tells upper from lower case. Default false. */
  public static final Knob<Boolean> PROVIDER_CASE_SENSITIVE =
      knob("PROVIDER_CASE_SENSITIVE", false);

  /** Ids of models that have been retired, and so vanished from the list. */
  public static final Knob<Set<String>> RETIRED = knob("RETIRED", Set.of());

  /** Whether profiles of both types come where none is asked for. Default false: system-defined. */
  public static final Knob<Boolean> ALL_TYPES = knob("ALL_TYPES", false);

  /** No page holds more profiles than this, whatever was asked for. 1 to 1000, default 1000. */
  public static final Knob<Integer> PAGE_CAP =
      knob("PROFILE_PAGE_CAP", 1000, cap -> cap > 0 && cap <= 1000);

  /** Who must not list models. */
  public static final Knob<Predicate<Caller>> MODELS_REFUSED =
      knob("MODELS_REFUSED", caller -> false);

  /** Who must not list inference profiles. */
  public static final Knob<Predicate<Caller>> PROFILES_REFUSED =
      knob("PROFILES_REFUSED", caller -> false);

  /** How long an answer takes. */
  public static final Knob<Duration> LATENCY = knob("MODEL_LATENCY", Duration.ZERO);

  /** Of requests for models and profiles. Default without limit. */
  public static final Knob<Optional<RateLimit>> RATE_LIMIT =
      knob("MODEL_RATE_LIMIT", Optional.empty());

  private ModelKnob() {}
}
