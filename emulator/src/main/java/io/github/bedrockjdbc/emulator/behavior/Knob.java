package io.github.bedrockjdbc.emulator.behavior;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Job;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The table of what can be set in a {@link Behavior}: what nobody knows of the service, what it may
 * do, and what it should not do. Those of other services are in {@link StorageKnob}, {@link
 * TaggingKnob} and {@link ModelKnob}.
 *
 * @param <T> type of the value, immutable
 */
public final class Knob<T> {
  /** Whether a job submitted exactly at a bound is in. Default true. */
  public static final Knob<Boolean> BOUNDS_INCLUSIVE = knob("BOUNDS_INCLUSIVE", true);

  /** {@code MILLIS} or {@code SECONDS}: to what bounds and times are cut before they compare. */
  public static final Knob<ChronoUnit> BOUND_PRECISION =
      knob(
          "BOUND_PRECISION",
          ChronoUnit.MILLIS,
          Set.of(ChronoUnit.MILLIS, ChronoUnit.SECONDS)::contains);

  /** Default by milliseconds. */
  public static final Knob<JobOrder> ORDER = knob("ORDER", JobOrder.MILLISECONDS);

  /** Whether {@code nameContains} tells upper from lower case. Default true. */
  public static final Knob<Boolean> NAMES_CASE_SENSITIVE = knob("NAMES_CASE_SENSITIVE", true);

  /** No page holds more jobs than this, whatever was asked for. 1 to 1000, default 1000. */
  public static final Knob<Integer> PAGE_CAP =
      knob("PAGE_CAP", 1000, cap -> cap > 0 && cap <= 1000);

  /** Pages of varying length, at least one job each. */
  public static final Knob<Boolean> SHORT_PAGES = knob("SHORT_PAGES", false);

  /** The first page and every other one after it is empty but has a token; so may be the last. */
  public static final Knob<Boolean> EMPTY_PAGES = knob("EMPTY_PAGES", false);

  /** How many jobs at a page's end come once more at the start of the next. Default 0. */
  public static final Knob<Integer> REPEATED_JOBS = knob("REPEATED_JOBS", 0, n -> n >= 0);

  /** Whether a page's token comes before its jobs in the answer. Default false. */
  public static final Knob<Boolean> TOKEN_FIRST = knob("TOKEN_FIRST", false);

  /** Every page of a walk carries the token of its first page. */
  public static final Knob<Boolean> SAME_TOKEN = knob("SAME_TOKEN", false);

  /** How long a list answer takes. */
  public static final Knob<Duration> LIST_LATENCY = knob("LIST_LATENCY", Duration.ZERO);

  /** How long a detail's answer takes. */
  public static final Knob<Duration> GET_LATENCY = knob("GET_LATENCY", Duration.ZERO);

  /**
   * How many new jobs, newer than all others, come before each request. Default 0. An ascending
   * walk whose pages are no longer than this never ends.
   */
  public static final Knob<Integer> ARRIVALS = knob("ARRIVALS", 0, n -> n >= 0);

  /** Jobs move on in their life before each request. They stay where they are when it is off. */
  public static final Knob<Boolean> ADVANCING = knob("ADVANCING", false);

  /** One job in so many is odd, so that the next four knobs touch it. Default 10. */
  public static final Knob<Integer> ODD_ONE_IN = knob("ODD_ONE_IN", 10, n -> n > 0);

  /** A status for odd jobs that nobody has heard of; empty for none. */
  public static final Knob<Optional<String>> ODD_STATUS = knob("ODD_STATUS", Optional.empty());

  /** Fields that odd jobs lack in answers, also required ones. */
  public static final Knob<Set<String>> MISSING_FIELDS = knob("MISSING_FIELDS", Set.of());

  /** Fields that hold a text in odd jobs that is no time and no number. */
  public static final Knob<Set<String>> UNREADABLE_FIELDS = knob("UNREADABLE_FIELDS", Set.of());

  /** Odd jobs, and answers as a whole, have fields that nobody has heard of. */
  public static final Knob<Boolean> UNKNOWN_FIELDS = knob("UNKNOWN_FIELDS", false);

  /** Parameters that have no effect, such as {@code statusEquals} or {@code sortOrder}. */
  public static final Knob<Set<String>> IGNORED_PARAMETERS = knob("IGNORED_PARAMETERS", Set.of());

  /** Who must not list. */
  public static final Knob<Predicate<Caller>> LIST_REFUSED = knob("LIST_REFUSED", caller -> false);

  /** Of which jobs the details are refused. */
  public static final Knob<Predicate<Job>> GET_REFUSED = knob("GET_REFUSED", job -> false);

  /** Access keys whose session has ended. */
  public static final Knob<Set<String>> EXPIRED_KEYS = knob("EXPIRED_KEYS", Set.of());

  /** Of requests for jobs. Default without limit. */
  public static final Knob<Optional<RateLimit>> RATE_LIMIT = knob("RATE_LIMIT", Optional.empty());

  private final String name;
  private final T standard;
  private final Predicate<T> legal;

  private Knob(String name, T standard, Predicate<T> legal) {
    this.name = name;
    this.standard = standard;
    this.legal = legal;
  }

  static <T> Knob<T> knob(String name, T standard, Predicate<T> legal) {
    return new Knob<>(name, standard, legal);
  }

  static <T> Knob<T> knob(String name, T standard) {
    return knob(name, standard, value -> true);
  }

  T standard() {
    return standard;
  }

  boolean allows(T value) {
    return value != null && legal.test(value);
  }

  @Override
  public String toString() {
    return name;
  }
}
