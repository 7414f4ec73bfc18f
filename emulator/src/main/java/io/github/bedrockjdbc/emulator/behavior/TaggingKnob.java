package io.github.bedrockjdbc.emulator.behavior;

import static io.github.bedrockjdbc.emulator.behavior.Knob.knob;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.FixtureTags;
import io.github.bedrockjdbc.emulator.data.Job;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can be set of the tagging service. */
public final class TaggingKnob {
  /** The tags of each job. Default {@link FixtureTags#of}, which is believable. */
  public static final Knob<Function<Job, Map<String, String>>> TAGS = knob("TAGS", FixtureTags::of);

  /** Which jobs the service no longer lists; nobody knows how long it does. Default none. */
  public static final Knob<Predicate<Job>> FORGOTTEN = knob("FORGOTTEN", job -> false);

  /** Whether the last page has an empty token. Default true; else it has none. */
  public static final Knob<Boolean> EMPTY_TOKEN = knob("EMPTY_TOKEN", true);

  /**
   * Pages of this length even where ARNs are listed, each but the last with a token. 0, the
   * default, for answers in one page.
   */
  public static final Knob<Integer> PAGE = knob("TAGGING_PAGE", 0, n -> n >= 0);

  /** Who must not ask for tags. */
  public static final Knob<Predicate<Caller>> REFUSED = knob("TAGGING_REFUSED", caller -> false);

  /** How long an answer takes. */
  public static final Knob<Duration> LATENCY = knob("TAGGING_LATENCY", Duration.ZERO);

  /** Of requests for tags. Default without limit. */
  public static final Knob<Optional<RateLimit>> RATE_LIMIT =
      knob("TAGGING_RATE_LIMIT", Optional.empty());

  private TaggingKnob() {}
}
