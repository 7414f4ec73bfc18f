package io.github.bedrockjdbc.adapter.detail;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.OnUnreachable;
import io.github.bedrockjdbc.adapter.config.Property;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What became of a detail of a job. */
enum DetailState {
  READ(""),
  /** The job has not ended. */
  PENDING(""),
  /** It is not there, or not yet. */
  MISSING(""),
  /** The service does not list the job. */
  UNLISTED(""),
  /** The job has no place for its output. */
  NONE(""),
  DENIED("that may not be read: %s"),
  ENCRYPTED("that may not be decrypted: kms:Decrypt is denied, or the key is disabled"),
  /** In a bucket that cannot be reached by this region and account. */
  ELSEWHERE("in buckets that cannot be reached from the job's region"),
  UNREADABLE("that could not be read: %s");

  /** These are over, or not about the detail. */
  private static final Set<Kind> OF_THE_QUERY =
      EnumSet.of(
          Kind.CANCELLED,
          Kind.TIMEOUT,
          Kind.NETWORK_TIMEOUT,
          Kind.REQUEST_LIMIT,
          Kind.EXPIRED,
          Kind.SETTING);

  private static final int OK = 200;

  private final String words;

  DetailState(String words) {
    this.words = words;
  }

  /** The value of a column that tells it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether whoever runs the query may want to mend it. */
  boolean isWorthAWarning() {
    return !words.isEmpty();
  }

  /**
   * What to say of jobs whose details are in this state.
   *
   * @param details what they are called
   * @param operation that reads them
   * @param failure which may have happened before anybody was asked, and then says why
   */
  String warning(String details, ApiOperation operation, ApiException failure) {
    return details + " " + words.formatted(reason(operation, failure));
  }

  private static String reason(ApiOperation operation, ApiException failure) {
    return switch (failure.kind()) {
      case ACCESS_DENIED, UNAUTHENTICATED -> refusal(operation, failure);
      case BAD_ANSWER -> answered(operation, "something else");
      case UNREACHABLE, CONNECTION_LOST -> operation.wireName() + " got no answer";
      default -> answered(operation, failure.type());
    };
  }

  private static String refusal(ApiOperation operation, ApiException failure) {
    if (failure.httpStatus() == 0) {
      return failure.getMessage();
    }
    return failure.kind() == Kind.ACCESS_DENIED
        ? operation.permission() + " is denied"
        : answered(operation, failure.type());
  }

  private static String answered(ApiOperation operation, String answer) {
    return operation.wireName() + " answered " + answer;
  }

  /** What a failure means; throws those that end the query. */
  static DetailState of(ApiException failure, Config config) {
    if (OF_THE_QUERY.contains(failure.kind())) {
      throw failure;
    }
    if (failure.type().startsWith("KMS.") || failure.getMessage().contains("kms:")) {
      return ENCRYPTED;
    }
    if (failure.otherRegion().isPresent() || failure.httpStatus() / 100 == 3) {
      return ELSEWHERE;
    }
    return switch (failure.kind()) {
      case NOT_FOUND -> MISSING;
      case ACCESS_DENIED, UNAUTHENTICATED -> DENIED;
      case BAD_ANSWER, INVALID -> UNREADABLE;
      default -> unread(failure, config);
    };
  }

  /** What stays cut short, however often it is asked for, is no fault of the network. */
  private static DetailState unread(ApiException failure, Config config) {
    if (failure.httpStatus() != OK && config.get(Property.ON_UNREACHABLE) == OnUnreachable.FAIL) {
      throw failure;
    }
    return UNREADABLE;
  }
}
