package io.github.bedrockjdbc.adapter.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an answer that is not a success means: by the service's type first, else by the status. */
final class ServiceErrors {
  /** Longer texts are not for people. */
  private static final int LONGEST_TEXT = 500;

  /** The type of an answer to a wrong API key is {@code AccessDeniedException}. */
  private static final String BAD_API_KEY = "AccessDeniedException Authentication failed";

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("ValidationException", Kind.INVALID),
          Map.entry("AccessDeniedException", Kind.ACCESS_DENIED),
          Map.entry("UnrecognizedClientException", Kind.UNAUTHENTICATED),
          Map.entry("InvalidSignatureException", Kind.UNAUTHENTICATED),
          Map.entry("SignatureDoesNotMatch", Kind.UNAUTHENTICATED),
          Map.entry("IncompleteSignature", Kind.UNAUTHENTICATED),
          Map.entry("RequestTimeTooSkewed", Kind.UNAUTHENTICATED),
          Map.entry("RequestExpired", Kind.UNAUTHENTICATED),
          Map.entry("RequestInTheFuture", Kind.UNAUTHENTICATED),
          Map.entry("InvalidClientTokenId", Kind.UNAUTHENTICATED),
          Map.entry("MissingAuthenticationTokenException", Kind.UNAUTHENTICATED),
          Map.entry("ExpiredTokenException", Kind.EXPIRED),
          Map.entry("ExpiredToken", Kind.EXPIRED),
          Map.entry("ResourceNotFoundException", Kind.NOT_FOUND),
          Map.entry("ThrottlingException", Kind.THROTTLED),
          Map.entry("TooManyRequestsException", Kind.THROTTLED),
          Map.entry("InternalServerException", Kind.SERVER),
          Map.entry("ServiceUnavailableException", Kind.SERVER));

  private final JsonFactory json;

  ServiceErrors(JsonFactory json) {
    this.json = json;
  }

  /** The failure that an answer tells. */
  ApiException of(HttpResponse<byte[]> answer, Call call) {
    final Map<String, String> body = topLevelTexts(answer.body());
    final Optional<String> type =
        answer
            .headers()
            .firstValue("x-amzn-ErrorType")
            .or(() -> Optional.ofNullable(body.get("__type")))
            .or(() -> Optional.ofNullable(body.get("code")))
            .map(ServiceErrors::bareType);
    final String text =
        type.orElse(
                isRedirect(answer)
                    ? "a redirect, which is not followed"
                    : "an answer that is not the service's, but perhaps that of a proxy on the way")
            + Optional.ofNullable(body.getOrDefault("message", body.get("Message")))
                .map(message -> " " + firstLine(message))
                .orElse("");
    final Kind kind =
        text.contains(BAD_API_KEY)
            ? Kind.UNAUTHENTICATED
            : type.map(KINDS::get).orElseGet(() -> byStatus(answer.statusCode(), type.isPresent()));
    return new ApiException(
        kind,
        type.orElse(kind.name()),
        call.failed() + ": " + text + " " + call.where(answer),
        answer.statusCode(),
        retryAfter(answer.headers()),
        Call.requestId(answer),
        null);
  }

  /** Whether a signature was refused for its time. */
  static boolean isClockSkew(ApiException refusal) {
    return refusal.type().matches("RequestTimeTooSkewed|RequestExpired|RequestInTheFuture")
        || (refusal.type().matches("InvalidSignatureException|SignatureDoesNotMatch")
            && refusal.getMessage().matches("(?s).*Signature (expired|not yet current).*"));
  }

  private static boolean isRedirect(HttpResponse<?> answer) {
    return answer.statusCode() / 100 == 3;
  }

  private static Kind byStatus(int status, boolean fromService) {
    if (status == 429) {
      return Kind.THROTTLED;
    }
    if (status >= 500) {
      return Kind.SERVER;
    }
    if (!fromService) {
      return Kind.BAD_ANSWER;
    }
    return status == 401 || status == 403 ? Kind.ACCESS_DENIED : Kind.INVALID;
  }

  private Map<String, String> topLevelTexts(byte[] body) {
    final Map<String, String> texts = new HashMap<>();
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          final String name = parser.currentName();
          if (parser.nextToken() == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getText());
          }
          parser.skipChildren();
        }
      }
    } catch (IOException notJson) {
      texts.clear(); // a proxy's page: its status is all that is known
    }
    return texts;
  }

  private static String bareType(String type) {
    final String withoutUrl = type.split(":", 2)[0];
    return withoutUrl.substring(withoutUrl.indexOf('#') + 1);
  }

  /** The lines after the first repeat the signed headers, a session token among them. */
  private static String firstLine(String message) {
    final String line = message.strip().lines().findFirst().orElse("").strip();
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
  }

  private static Duration retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ZERO);
  }
}
