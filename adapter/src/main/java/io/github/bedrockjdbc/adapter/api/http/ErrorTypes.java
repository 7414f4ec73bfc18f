package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the services' names of errors mean, and which of them a further attempt may not meet. */
final class ErrorTypes {
  /** The SDK's retryable error codes, whatever the status; also those of {@link Kind#THROTTLED}. */
  private static final Set<String> PASSING =
      Set.of(
          "PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException", "InternalError");

  /** The SDK's codes of a clock that goes wrong for certain. */
  private static final Set<String> CLOCK =
      Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");

  private static final Set<Integer> PASSING_STATUS = Set.of(429, 500, 502, 503, 504);

  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values())
          .flatMap(kind -> kind.types().stream().map(type -> Map.entry(type, kind)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ErrorTypes() {}

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
        || Kind.THROTTLED.types().contains(type)
        || PASSING.contains(type)
        || CLOCK.contains(type);
  }

  static boolean isClock(String type) {
    return CLOCK.contains(type);
  }
}
