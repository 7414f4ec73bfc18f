package io.github.bedrockjdbc.adapter.engine;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What was asked of a source since the engine was made. Safe for several threads. */
public final class SourceStats {
  /** These say nothing of the source. */
  static final Set<Kind> OF_THE_QUERY =
      EnumSet.of(Kind.CANCELLED, Kind.TIMEOUT, Kind.NETWORK_TIMEOUT, Kind.REQUEST_LIMIT);

  /** How the last call ended. */
  public enum State {
    NOT_ASKED,
    OK,
    FAILED,
    SKIPPED
  }

  /**
   * What was asked by now.
   *
   * @param failure the last one, unless a later call succeeded
   * @param jobs in all pages; some may have been read more than once
   */
  public record Snapshot(
      State state, Optional<ApiException> failure, long jobs, long calls, long milliseconds) {}

  private State state = State.NOT_ASKED;
  private ApiException failure;
  private long jobs;
  private long calls;
  private long nanos;

  public synchronized Snapshot snapshot() {
    return new Snapshot(state, Optional.ofNullable(failure), jobs, calls, nanos / 1_000_000);
  }

  /** Makes a call and notes how it ended. */
  <T> T noting(Supplier<T> call) {
    final long start = System.nanoTime();
    try {
      final T answer = call.get();
      ended(start);
      is(State.OK, null);
      return answer;
    } catch (ApiException e) {
      ended(start);
      if (e.kind() == Kind.NOT_FOUND) {
        is(State.OK, null); // that there is no such job is an answer, too
      } else if (!OF_THE_QUERY.contains(e.kind())) {
        is(State.FAILED, e);
      }
      throw e;
    }
  }

  private synchronized void ended(long start) {
    calls++;
    nanos += System.nanoTime() - start;
  }

  private synchronized void is(State newState, ApiException newFailure) {
    state = newState;
    failure = newFailure;
  }

  synchronized void jobs(int more) {
    jobs += more;
  }

  /** A query goes on without it. */
  synchronized void skipped() {
    state = State.SKIPPED;
  }
}
