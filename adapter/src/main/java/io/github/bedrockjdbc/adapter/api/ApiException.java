package io.github.bedrockjdbc.adapter.api;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A call that failed for good, in terms that do not depend on HTTP. Its message holds no secret.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, with the services' names of it. */
  public enum Kind {
    /** Refused for its rate, after all attempts. */
    THROTTLED(
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
        "TransactionInProgressException"),
    /** The caller is known but may not do this. */
    ACCESS_DENIED("AccessDeniedException"),
    /** No credentials, or none that the service knows, or a signature of another time. */
    UNAUTHENTICATED(
        "UnrecognizedClientException",
        "InvalidSignatureException",
        "SignatureDoesNotMatch",
        "AuthFailure",
        "IncompleteSignature",
        "InvalidClientTokenId",
        "MissingAuthenticationTokenException",
        "InvalidAccessKeyId",
        "InvalidToken",
        "RequestTimeTooSkewed",
        "RequestExpired",
        "RequestInTheFuture"),
    /** Credentials that were good once. */
    EXPIRED("ExpiredTokenException", "ExpiredToken"),
    /** A parameter that the service refuses, or an archived object. */
    INVALID("ValidationException", "InvalidObjectState"),
    /** No such job. */
    NOT_FOUND("ResourceNotFoundException", "NoSuchKey", "NoSuchBucket"),
    /** The service failed, after all attempts. */
    SERVER(
        "InternalServerException",
        "ServiceUnavailableException",
        "InternalError",
        "PriorRequestNotComplete",
        "RequestTimeout",
        "RequestTimeoutException"),
    /** No connection could be made. */
    UNREACHABLE,
    /** A connection broke, or nothing came back in time, in all attempts. */
    CONNECTION_LOST,
    /** The query's time was over. */
    TIMEOUT,
    /** One call, with all its attempts, took longer than the caller wants to wait for any. */
    NETWORK_TIMEOUT,
    /** The query was cancelled. */
    CANCELLED,
    /** An answer that cannot be understood. */
    BAD_ANSWER,
    /** The query would have needed more requests than {@code maxRequests}. */
    REQUEST_LIMIT,
    /** The query asks for less than no rows. */
    NEGATIVE_LIMIT,
    /** The query leaves out less than no rows. */
    NEGATIVE_OFFSET,
    /** A setting that is missing or cannot be used, such as the region. */
    SETTING;

    private final ImmutableSet<String> types;

    Kind(String... types) {
      this.types = ImmutableSet.copyOf(types);
    }

    /** Names under which the services tell of it. */
    public Set<String> types() {
      return types;
    }
  }

  /** What is told is cut where it comes in; this is for what nobody thought of. */
  private static final int LONGEST_MESSAGE = 4000;

  private final Kind kind;
  private final String type;
  private final int httpStatus;
  private final Duration retryAfter;
  private final String requestId;
  private final String otherRegion;

  /** A failure without an answer of the service. */
  public ApiException(Kind kind, String message, Throwable cause) {
    this(kind, kind.name(), message, 0, Duration.ZERO, Optional.empty(), Optional.empty(), cause);
  }

  /** A failure without an answer of the service. */
  public ApiException(Kind kind, String message) {
    this(kind, message, null);
  }

  public ApiException(
      Kind kind,
      String type,
      String message,
      int httpStatus,
      Duration retryAfter,
      Optional<String> requestId,
      Optional<String> otherRegion,
      Throwable cause) {
    super(PlainText.of(message, LONGEST_MESSAGE), cause);
    this.kind = kind;
    this.type = type;
    this.httpStatus = httpStatus;
    this.retryAfter = retryAfter;
    this.requestId = requestId.orElse(null);
    this.otherRegion = otherRegion.orElse(null);
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** The service's name of it, such as {@code ThrottlingException}, else the kind's. */
  public String type() {
    return type;
  }

  /** HTTP status of the answer, or 0 if there was none. */
  public int httpStatus() {
    return httpStatus;
  }

  /** The service's number of the request; empty if there was no answer, or not the service's. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** Where the service says that the thing is which it was asked for; empty if it did not say. */
  public Optional<String> otherRegion() {
    return Optional.ofNullable(otherRegion);
  }

  /** How long the service wants to be left alone; zero if it did not say. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** The same failure, met in each of several attempts. */
  public ApiException after(int attempts) {
    return saying("after " + attempts + " attempts");
  }

  /** The same failure with some more words behind its message; this one is its cause. */
  public ApiException saying(String more) {
    final ApiException told =
        new ApiException(
            kind,
            type,
            getMessage() + " " + more,
            httpStatus,
            retryAfter,
            requestId(),
            otherRegion(),
            this);
    told.setStackTrace(getStackTrace());
    return told;
  }
}
