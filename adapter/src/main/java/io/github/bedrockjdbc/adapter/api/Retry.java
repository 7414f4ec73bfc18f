package io.github.bedrockjdbc.adapter.api;

import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
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
  private static final Set<Kind> TRANSIENT =
      EnumSet.of(Kind.THROTTLED, Kind.SERVER, Kind.UNREACHABLE, Kind.CONNECTION_LOST);

  /** The strategy is one source's alone. */
  private static final String SCOPE = "source";

  private final RetryStrategy strategy;

  Retry(int maxAttempts) {
    this.strategy =
        DefaultRetryStrategy.standardStrategyBuilder()
            .maxAttempts(maxAttempts)
            .retryOnException(failure -> hasKind(failure, TRANSIENT))
            .treatAsThrottling(failure -> hasKind(failure, EnumSet.of(Kind.THROTTLED)))
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
        cancellation.sleep(next.delay());
      }
    }
  }

  private RefreshRetryTokenResponse next(RetryToken token, ApiException failure, int attempts) {
    try {
      return strategy.refreshRetryToken(
          RefreshRetryTokenRequest.builder()
              .token(token)
              .failure(failure)
              .suggestedDelay(failure.retryAfter())
              .build());
    } catch (TokenAcquisitionFailedException noMore) {
      throw attempts == 1 ? failure : failure.after(attempts);
    }
  }

  private static boolean hasKind(Throwable failure, Set<Kind> kinds) {
    return failure instanceof ApiException api && kinds.contains(api.kind());
  }
}
