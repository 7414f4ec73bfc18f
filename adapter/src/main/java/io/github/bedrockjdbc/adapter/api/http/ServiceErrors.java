package io.github.bedrockjdbc.adapter.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.PlainText;
import io.github.bedrockjdbc.adapter.api.transport.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an answer that is not a success means: by the service's type first, else by the status. */
final class ServiceErrors {
  /** The type of an answer to a wrong API key is {@code AccessDeniedException}. */
  private static final String BAD_API_KEY = "AccessDeniedException Authentication failed";

  /** Status of what was signed for another region than the bucket's. */
  private static final int WRONG_SIGNATURE = 400;

  /** It becomes part of a host. */
  private static final String REGION = "[a-z0-9-]{1,30}";

  private final ErrorTexts texts;

  ServiceErrors(JsonFactory json) {
    this.texts = new ErrorTexts(json);
  }

  /** The failure that an answer tells. */
  ApiException of(Response answer, Call call) {
    final Map<String, String> body =
        call.operation().service() == ApiService.S3
            ? ErrorTexts.ofXml(answer.body())
            : texts.ofJson(answer.body());
    final String type =
        Stream.of(
                answer.header("x-amzn-ErrorType").orElse(""),
                body.getOrDefault("__type", ""),
                body.getOrDefault("code", body.getOrDefault("Code", "")))
            .map(ServiceErrors::bareType)
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("");
    final String text =
        (!type.isEmpty()
                ? type
                : isRedirect(answer)
                    ? "a redirect, which is not followed"
                    : "a response that is not the service's, perhaps a proxy's")
            + Optional.ofNullable(body.getOrDefault("message", body.get("Message")))
                // the lines after the first repeat the signed headers, a session token among them
                .map(message -> " " + PlainText.firstLine(message))
                .orElse("");
    final Kind kind =
        text.contains(BAD_API_KEY)
            ? Kind.UNAUTHENTICATED
            : ErrorTypes.kind(type, answer.statusCode());
    return new ApiException(
        kind,
        type.isEmpty() ? kind.name() : type,
        call.failed() + ": " + text + " " + call.where(answer),
        answer.statusCode(),
        retryAfter(answer),
        Call.requestId(answer),
        otherRegion(answer, body),
        null);
  }

  /** Where a bucket is that was asked for elsewhere; answers of its own region may name it, too. */
  private static Optional<String> otherRegion(Response answer, Map<String, String> body) {
    return answer
        .header("x-amz-bucket-region")
        .or(() -> Optional.ofNullable(body.get("Region")))
        .filter(region -> isRedirect(answer) || answer.statusCode() == WRONG_SIGNATURE)
        .filter(region -> region.matches(REGION));
  }

  /** Whether a signature was refused for its time. */
  static boolean isClockSkew(ApiException refusal) {
    return ErrorTypes.isClock(refusal.type())
        || (refusal.type().matches("InvalidSignatureException|SignatureDoesNotMatch")
            && refusal.getMessage().matches("(?s).*Signature (expired|not yet current).*"));
  }

  private static boolean isRedirect(Response answer) {
    return answer.statusCode() / 100 == 3;
  }

  private static String bareType(String type) {
    final String withoutUrl = type.split(":", 2)[0];
    return PlainText.of(
        withoutUrl.substring(withoutUrl.indexOf('#') + 1).strip(), PlainText.LONGEST_NAME);
  }

  /** Milliseconds under AWS's own name, seconds under HTTP's; a date is not understood. */
  private static Duration retryAfter(Response answer) {
    return number(answer, "x-amz-retry-after")
        .map(Duration::ofMillis)
        .or(() -> number(answer, "Retry-After").map(Duration::ofSeconds))
        .orElse(Duration.ZERO);
  }

  private static Optional<Long> number(Response answer, String name) {
    return answer.header(name).filter(value -> value.matches("\\d{1,10}")).map(Long::parseLong);
  }
}
