package io.github.bedrockjdbc.emulator.http;

import io.github.bedrockjdbc.emulator.data.Caller;
import java.util.OptionalInt;

/** A refusal as the service words it. */
public final class ServiceError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  public ServiceError(int status, String type, String message) {
    this(Answer.error(status, type, message));
  }

  private ServiceError(Answer answer) {
    super(answer.errorType(), null, false, false);
    this.answer = answer;
  }

  public static ServiceError validation(String message) {
    return new ServiceError(400, "ValidationException", message);
  }

  public static ServiceError denied(Caller caller, Operation operation, String resource) {
    return new ServiceError(
        403,
        "AccessDeniedException",
        ("User: arn:aws:iam::%s:user/reporter is not authorized to perform: bedrock:%s on"
                + " resource: %s because no identity-based policy allows the bedrock:%s action")
            .formatted(caller.account(), operation.wire(), resource, operation.wire()));
  }

  /** With a {@code Retry-After} header if seconds are given. */
  public static ServiceError throttled(OptionalInt retryAfter) {
    final Answer answer =
        Answer.error(
            429, "ThrottlingException", "Too many requests, please wait before trying again.");
    return new ServiceError(
        retryAfter.isEmpty()
            ? answer
            : answer.with("Retry-After", Integer.toString(retryAfter.getAsInt())));
  }

  public Answer answer() {
    return answer;
  }
}
