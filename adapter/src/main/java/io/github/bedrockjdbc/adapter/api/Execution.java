package io.github.bedrockjdbc.adapter.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One run of a query: how it is stopped, how many requests it may send, and what it has to tell
 * besides its rows. Safe for several threads.
 */
public final class Execution {
  private static final int SUBJECTS_NAMED = 20;
  private static final int LONGEST_SUBJECT = 200;
  private static final int MANY_DETAILS = 100;

  private final Cancellation cancellation;
  private final Optional<Caller> caller;
  private final Optional<Duration> networkTimeout;
  private final Budget budget;
  private final Warnings warnings;

  /**
   * Of any number of calls at once.
   *
   * @param maxRequests how many requests may be sent, attempts included
   */
  public Execution(Cancellation cancellation, long maxRequests) {
    this(cancellation, maxRequests, Integer.MAX_VALUE, Duration.ZERO);
  }

  /**
   * @param maxRequests how many requests may be sent, attempts included
   * @param parallelism how many calls may be under way at once
   * @param maxAge how old rows may be that are kept
   */
  public Execution(Cancellation cancellation, long maxRequests, int parallelism, Duration maxAge) {
    this(
        cancellation,
        Optional.empty(),
        Optional.empty(),
        new Budget(
            cancellation,
            maxAge,
            maxRequests,
            new AtomicLong(),
            new ConcurrentSkipListMap<>(),
            new ConcurrentHashMap<>(),
            new Semaphore(parallelism, true)),
        new Warnings());
  }

  private Execution(
      Cancellation cancellation,
      Optional<Caller> caller,
      Optional<Duration> networkTimeout,
      Budget budget,
      Warnings warnings) {
    this.cancellation = cancellation;
    this.caller = caller;
    this.networkTimeout = networkTimeout;
    this.budget = budget;
    this.warnings = warnings;
  }

  /** The same run, stopped by a part of its cancellation. */
  public Execution within(Cancellation.Scope scope) {
    return new Execution(scope.cancellation(), caller, networkTimeout, budget, warnings);
  }

  /** The same run, its calls noted as this caller's. */
  public Execution by(Caller newCaller) {
    return new Execution(cancellation, Optional.of(newCaller), networkTimeout, budget, warnings);
  }

  /** The same run, in which no call takes longer than this, its attempts taken together. */
  public Execution waitingAtMost(Duration newNetworkTimeout) {
    return new Execution(cancellation, caller, Optional.of(newNetworkTimeout), budget, warnings);
  }

  /** What a single call runs in. */
  public Cancellation.Scope callScope() {
    return networkTimeout.map(cancellation::scope).orElseGet(cancellation::scope);
  }

  /** Whose calls these are, if a front has said so. */
  public Optional<Caller> caller() {
    return caller;
  }

  /** How old rows may be that are kept; zero: they are to be asked for. */
  public Duration maxAge() {
    return budget.maxAge;
  }

  /** Ends what this run waits for. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Waits until less than {@code parallelism} calls are under way, and counts as one. */
  public Lane lane() {
    final Lane lane = new Lane();
    lane.enter();
    return lane;
  }

  /** Whether another call could begin at once. */
  public boolean hasFreeLane() {
    return budget.lanes.availablePermits() > 0;
  }

  /** Counts one request; {@code REQUEST_LIMIT} instead of one too many. */
  public void countRequest() {
    if (budget.sent.incrementAndGet() > budget.limit) {
      throw new ApiException(
          ApiException.Kind.REQUEST_LIMIT,
          "The query needs more than maxRequests=%d requests; raise maxRequests or narrow the query"
              .formatted(budget.limit));
    }
  }

  /** Tells something once for each distinct text. */
  public void warn(String text) {
    warnings.about(text);
  }

  /**
   * Tells something that concerns several jobs or sources; the first few are named.
   *
   * @param text what is the matter with them
   */
  public void warn(String text, String subject) {
    warnings.about(text).add(PlainText.of(subject, LONGEST_SUBJECT));
  }

  /**
   * Counts one request for a single job's details, to be told of if there are many.
   *
   * @param many what to say, with a place for how many
   */
  public void countDetail(String many) {
    budget.details.computeIfAbsent(many, text -> new AtomicLong()).incrementAndGet();
  }

  /**
   * What is read once in this run, whoever asks for it first; others wait, and all of them fail if
   * it fails. It goes on as long as anybody waits, even if who asked first does not.
   *
   * @param key equal for what is the same
   * @param reading what to do, as a part of this run
   */
  public <T> T once(Object key, Function<Execution, T> reading) {
    final Shared shared =
        budget.read.compute(
            key,
            (same, before) ->
                before == null || before.isGivenUp() ? new Shared(budget.whole.joint()) : before);
    final boolean isJoined = shared.joint.join(cancellation);
    if (!isJoined && !(shared.value.isDone() && budget.read.get(key) == shared)) {
      return once(key, reading);
    }
    if (!shared.isBegun.getAndSet(true)) {
      try {
        shared.value.complete(reading.apply(within(shared.joint.scope())));
      } catch (RuntimeException | Error e) {
        if (shared.joint.isOver()) {
          budget.read.remove(key, shared);
        }
        shared.value.completeExceptionally(e);
      } finally {
        shared.joint.end();
      }
    }
    @SuppressWarnings("unchecked") // under this key by a reading of the same
    final T read = (T) cancellation.await(shared.value.copy());
    return read;
  }

  /** What was told so far, oldest first. */
  public List<String> warnings() {
    final List<String> texts = new ArrayList<>(warnings.texts());
    budget.details.forEach(
        (many, count) -> {
          if (count.get() > MANY_DETAILS) {
            texts.add(many.formatted(count.get()));
          }
        });
    return texts;
  }

  /** The place of a call among those that may be under way at once. For one thread. */
  public final class Lane implements AutoCloseable {
    private boolean isIn;

    private Lane() {}

    /** Waits for a place again, after it was left. */
    public void enter() {
      if (!isIn) {
        cancellation.acquire(budget.lanes);
        isIn = true;
      }
    }

    @Override
    public void close() {
      leave();
    }

    /** Leaves it to the next call. */
    public void leave() {
      if (isIn) {
        isIn = false;
        budget.lanes.release();
      }
    }
  }

  /**
   * @param whole what the whole run is stopped by
   */
  private record Budget(
      Cancellation whole,
      Duration maxAge,
      long limit,
      AtomicLong sent,
      Map<String, AtomicLong> details,
      Map<Object, Shared> read,
      Semaphore lanes) {}

  /** What several scans of a run read together. */
  private static final class Shared {
    private final Cancellation.Joint joint;
    private final AtomicBoolean isBegun = new AtomicBoolean();
    private final CompletableFuture<Object> value = new CompletableFuture<>();

    Shared(Cancellation.Joint joint) {
      this.joint = joint;
    }

    boolean isGivenUp() {
      return joint.isOver() && !value.isDone();
    }
  }

  private static final class Warnings {
    private final Map<String, Subjects> subjectsByText = new LinkedHashMap<>();

    synchronized Subjects about(String text) {
      return subjectsByText.computeIfAbsent(text, t -> new Subjects());
    }

    synchronized List<String> texts() {
      return subjectsByText.entrySet().stream()
          .map(entry -> entry.getKey() + entry.getValue())
          .collect(Collectors.toUnmodifiableList());
    }
  }

  private static final class Subjects {
    private final Collection<String> named = new ArrayList<>();
    private long count;

    synchronized void add(String subject) {
      count++;
      if (named.size() < SUBJECTS_NAMED) {
        named.add(subject);
      }
    }

    @Override
    public synchronized String toString() {
      if (count == 0) {
        return "";
      }
      final String more = count > named.size() ? ", … (" + count + " in all)" : "";
      return ": " + String.join(", ", named) + more;
    }
  }
}
