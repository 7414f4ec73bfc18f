package io.github.bedrockjdbc.emulator.http;

import io.github.bedrockjdbc.emulator.data.Caller;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A refusal as the service words it. */
public final class ServiceError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;
  private final transient Map<String, String> headers;

  public ServiceError(int status, String type, String message) {
    this(new Refusal(status, type, message, Map.of()), Map.of());
  }

  private ServiceError(Refusal refusal, Map<String, String> headers) {
    super(refusal.type(), null, false, false);
    this.refusal = refusal;
    this.headers = Map.copyOf(headers);
  }

  public static ServiceError validation(String message) {
    return new ServiceError(400, "ValidationException", message);
  }

  /** Of a caller that lacks the right to an action such as {@code tag:GetResources}. */
  public static ServiceError denied(int status, Caller caller, String action, String resource) {
    return new ServiceError(
        status, "AccessDeniedException", notAuthorized(caller, action, resource));
  }

  public static ServiceError denied(Caller caller, Operation operation, String resource) {
    return denied(403, caller, "bedrock:" + operation.wire(), resource);
  }

  /** The sentence in which all services say that a right is missing. */
  public static String notAuthorized(Caller caller, String action, String resource) {
    return ("User: arn:aws:iam::%s:user/reporter is not authorized to perform: %s on"
            + " resource: %s because no identity-based policy allows the %s action")
        .formatted(caller.account(), action, resource, action);
  }

  /** This refusal with a header. */
  public ServiceError with(String header, String value) {
    final Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ServiceError(refusal, more);
  }

  /** This refusal with one more element, where errors are XML. */
  public ServiceError detail(String element, String text) {
    final Map<String, String> more = new LinkedHashMap<>(refusal.details());
    more.put(element, text);
    return new ServiceError(
        new Refusal(
            refusal.status(), refusal.type(), refusal.message(), Collections.unmodifiableMap(more)),
        headers);
  }

  /** With a {@code Retry-After} header if seconds are given. */
  public ServiceError retryAfter(OptionalInt seconds) {
    return seconds.isEmpty() ? this : with("Retry-After", Integer.toString(seconds.getAsInt()));
  }

  /** The answer that says so. */
  public Answer answer(Api api, String requestId) {
    return api.refusal(refusal, requestId).with(headers);
  }
}
