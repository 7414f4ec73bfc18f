package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the service's names of errors mean. */
final class ErrorTypes {
  /** The SDK's throttling error codes. */
  private static final Set<String> THROTTLING =
      Set.of(
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "ProvisionedThroughputExceededException",
          "SlowDown",
          "TooManyRequestsException",
          "RequestLimitExceeded",
          "BandwidthLimitExceeded",
          "RequestThrottled",
          "RequestThrottledException",
          "EC2ThrottledException",
          "TransactionInProgressException");

  /** The SDK's retryable error codes, whatever the status. */
  private static final Set<String> PASSING =
      Set.of(
          "PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException", "InternalError");

  /** The SDK's codes of a clock that goes wrong for certain. */
  private static final Set<String> CLOCK =
      Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");

  private static final Set<Integer> PASSING_STATUS = Set.of(429, 500, 502, 503, 504);

  private static final Map<String, Kind> KINDS = kinds();

  private ErrorTypes() {}

  private static Map<String, Kind> kinds() {
    final Map<String, Kind> kinds =
        new HashMap<>(
            Map.ofEntries(
                Map.entry("ValidationException", Kind.INVALID),
                Map.entry("InvalidObjectState", Kind.INVALID), // archived; its status is 403
                Map.entry("AccessDeniedException", Kind.ACCESS_DENIED),
                Map.entry("UnrecognizedClientException", Kind.UNAUTHENTICATED),
                Map.entry("InvalidSignatureException", Kind.UNAUTHENTICATED),
                Map.entry("SignatureDoesNotMatch", Kind.UNAUTHENTICATED),
                Map.entry("AuthFailure", Kind.UNAUTHENTICATED),
                Map.entry("IncompleteSignature", Kind.UNAUTHENTICATED),
                Map.entry("InvalidClientTokenId", Kind.UNAUTHENTICATED),
                Map.entry("MissingAuthenticationTokenException", Kind.UNAUTHENTICATED),
                Map.entry("ExpiredTokenException", Kind.EXPIRED),
                Map.entry("ExpiredToken", Kind.EXPIRED),
                Map.entry("InvalidAccessKeyId", Kind.UNAUTHENTICATED),
                Map.entry("InvalidToken", Kind.UNAUTHENTICATED),
                Map.entry("ResourceNotFoundException", Kind.NOT_FOUND),
                Map.entry("NoSuchKey", Kind.NOT_FOUND),
                Map.entry("NoSuchBucket", Kind.NOT_FOUND),
                Map.entry("InternalServerException", Kind.SERVER),
                Map.entry("ServiceUnavailableException", Kind.SERVER)));
    THROTTLING.forEach(type -> kinds.put(type, Kind.THROTTLED));
    PASSING.forEach(type -> kinds.put(type, Kind.SERVER));
    CLOCK.forEach(type -> kinds.put(type, Kind.UNAUTHENTICATED));
    return Map.copyOf(kinds);
  }

  /** By the type if it is known and fits the status, else by the status. */
  static Kind kind(String type, int status) {
    final Kind known = KINDS.get(type);
    final boolean isOfTheRequest = known == Kind.INVALID || known == Kind.NOT_FOUND;
    return known == null || (isOfTheRequest && status / 100 != 4)
        ? byStatus(status, !type.isEmpty())
        : known;
  }

  private static Kind byStatus(int status, boolean isFromService) {
    if (status == 429) {
      return Kind.THROTTLED;
    }
    if (status >= 500) {
      return Kind.SERVER;
    }
    if (!isFromService || status < 400) {
      return Kind.BAD_ANSWER;
    }
    return status == 401 || status == 403 ? Kind.ACCESS_DENIED : Kind.INVALID;
  }

  /** Whether the SDK's standard mode tries again after an answer that is no success. */
  static boolean mayPass(String type, int status) {
    return PASSING_STATUS.contains(status)
        || THROTTLING.contains(type)
        || PASSING.contains(type)
        || CLOCK.contains(type);
  }

  static boolean isClock(String type) {
    return CLOCK.contains(type);
  }
}
