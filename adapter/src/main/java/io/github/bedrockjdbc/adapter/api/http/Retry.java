package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * Tries again what may go better next time, for one source: the SDK's standard mode, jitter and
 * bucket included.
 */
final class Retry {
  /** Where there was no answer, or none that was whole. */
  private static final Set<Kind> TRANSIENT = EnumSet.of(Kind.UNREACHABLE, Kind.CONNECTION_LOST);

  /** How much longer than of itself the SDK's retry module waits if the service wants it to. */
  private static final Duration LONGEST_WISH = Duration.ofSeconds(5);

  /** The strategy is one source's alone. */
  private static final String SCOPE = "source";

  private final RetryStrategy strategy;

  Retry(int maxAttempts) {
    this.strategy =
        DefaultRetryStrategy.standardStrategyBuilder()
            .maxAttempts(maxAttempts)
            .retryOnException(failure -> failure instanceof ApiException api && mayPass(api))
            .treatAsThrottling(
                failure -> failure instanceof ApiException api && api.kind() == Kind.THROTTLED)
            .build();
  }

  /**
   * Runs the attempt until it succeeds or is not worth another try; then throws its last failure,
   * with the earlier ones suppressed in it.
   */
  <T> T call(Cancellation cancellation, Supplier<T> attempt) {
    final AcquireInitialTokenResponse admitted =
        strategy.acquireInitialToken(AcquireInitialTokenRequest.create(SCOPE));
    RetryToken token = admitted.token();
    cancellation.sleep(admitted.delay());
    ApiException previous = null;
    for (int attempts = 1; ; attempts++) {
      cancellation.check();
      try {
        final T result = attempt.get();
        strategy.recordSuccess(RecordSuccessRequest.create(token));
        return result;
      } catch (ApiException failure) {
        if (previous != null) {
          failure.addSuppressed(previous);
        }
        final RefreshRetryTokenResponse next = next(token, failure, attempts);
        token = next.token();
        previous = failure;
        cancellation.sleep(pause(next.delay(), failure.retryAfter()));
      }
    }
  }

  private RefreshRetryTokenResponse next(RetryToken token, ApiException failure, int attempts) {
    try {
      return strategy.refreshRetryToken(
          RefreshRetryTokenRequest.builder().token(token).failure(failure).build());
    } catch (TokenAcquisitionFailedException noMore) {
      throw attempts == 1 ? failure : failure.after(attempts);
    }
  }

  /** Whether another try may go better. */
  static boolean mayPass(ApiException failure) {
    final boolean isRefusal = failure.httpStatus() > 0 && failure.httpStatus() != 200;
    return isRefusal
        ? ErrorTypes.mayPass(failure.type(), failure.httpStatus())
        : TRANSIENT.contains(failure.kind());
  }

  /**
   * Time to wait before the next attempt.
   *
   * @param own what the strategy thinks
   * @param wish what the service wants; it may want an hour
   */
  static Duration pause(Duration own, Duration wish) {
    final Duration most = own.plus(LONGEST_WISH);
    final Duration wanted = wish.compareTo(most) < 0 ? wish : most;
    return wanted.compareTo(own) > 0 ? wanted : own;
  }
}
