package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.PlainText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Why a source has no credentials, without what a process printed or a file holds: only texts that
 * are known to be free of secrets are passed on, and no name of a class.
 */
final class CredentialFailure {
  /** A name of a class of Java's or of the SDK's, with or without its package. */
  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "\\b[a-z]\\w*(\\.\\w+)+\\.[A-Z]|\\b[A-Z]\\w*(Exception|Error|Provider|Client)\\b");

  /** What the SDK says of metadata and tokens, and the same for people; $1 is a number. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "IMDS credentials have been disabled.*|EC2 [Mm]etadata (usage )?is disabled.*",
              "instance metadata is turned off (AWS_EC2_METADATA_DISABLED)"),
          new Rule(
              "The requested metadata is not found.*",
              "it returned HTTP 404, as it does without a role"),
          new Rule(
              "Failed to load (access|secret) key from metadata service.*",
              "it answered without the $1 key"),
          new Rule(
              "The full URI .* has an invalid host.*",
              "AWS_CONTAINER_CREDENTIALS_FULL_URI names neither an https address nor this machine"),
          new Rule(
              "Failed to read .*",
              "the file that AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names cannot be read"),
          new Rule(
              "Unable to load SSO token.*|Token is expired.*",
              "the session of single sign-on has expired, or was never started"));

  /** What is said where nothing else is known. */
  private static final List<Rule> LAST_RULES =
      List.of(
          new Rule("Failed to load credentials from.*", "what it answered cannot be used"),
          new Rule("Unable to fetch credentials from container.*", "it could not be reached"));

  private record Rule(Pattern says, String text) {
    Rule(String says, String text) {
      this(Pattern.compile(says, Pattern.DOTALL), text);
    }
  }

  private CredentialFailure() {}

  static String text(Throwable failure) {
    final List<Throwable> causes = causes(failure);
    return first(causes, CredentialFailure::ofService)
        .or(() -> first(causes, each -> ofRule(each, RULES)))
        .or(() -> first(causes, CredentialFailure::ofStatus))
        .or(() -> first(causes, each -> ofData(each, causes)))
        .or(() -> first(causes, CredentialFailure::ofNetwork))
        .or(() -> first(causes, each -> ofRule(each, LAST_RULES)))
        .or(() -> first(causes, CredentialFailure::harmless))
        .or(
            () ->
                isSessionOver(failure) ? Optional.of("its session has expired") : Optional.empty())
        .orElse("an unknown failure");
  }

  /** Whether logging in anew may help: not where the service fails or refuses the role. */
  static boolean isSessionOver(Throwable failure) {
    return causes(failure).stream()
        .anyMatch(
            each -> {
              final String text = String.valueOf(each.getMessage());
              final int status =
                  each instanceof SdkServiceException answer ? answer.statusCode() : 0;
              return each.getClass()
                      .getSimpleName()
                      .matches("Expired\\w*|InvalidGrant\\w*|Unauthorized(Client)?Exception")
                  || status == 401
                  || text.matches(
                      "(?s)Unable to load SSO token.*|Token is expired.*|.*[Rr]e-?authenticate.*")
                  || text.startsWith("Failed to load cached token")
                  || errorCode(each).matches("Expired\\w*|InvalidGrant\\w*|Unauthorized\\w*")
                  || (status == 400 && each.getClass().getName().contains(".signin."));
            });
  }

  /** Innermost first. */
  private static List<Throwable> causes(Throwable failure) {
    final List<Throwable> causes = new ArrayList<>();
    for (Throwable each = failure; each != null && causes.size() < 50; each = each.getCause()) {
      causes.add(0, each);
    }
    return causes;
  }

  private static Optional<String> first(
      List<Throwable> causes, Function<Throwable, Optional<String>> text) {
    return causes.stream().map(text).flatMap(Optional::stream).findFirst();
  }

  private static String errorCode(Throwable cause) {
    return cause instanceof AwsServiceException answer && answer.awsErrorDetails() != null
        ? Optional.ofNullable(answer.awsErrorDetails().errorCode()).orElse("")
        : "";
  }

  private static Optional<String> ofService(Throwable cause) {
    if (!(cause instanceof AwsServiceException answer)) {
      return Optional.empty();
    }
    final AwsErrorDetails details = answer.awsErrorDetails();
    final String code = errorCode(cause);
    final String message =
        details == null ? "" : Optional.ofNullable(details.errorMessage()).orElse("");
    final String text = PlainText.firstLine(code + " " + message);
    return Optional.of(text.isEmpty() ? httpStatus(answer.statusCode()) : text);
  }

  private static Optional<String> ofRule(Throwable cause, List<Rule> rules) {
    final String message = String.valueOf(cause.getMessage());
    for (final Rule rule : rules) {
      final Matcher matcher = rule.says.matcher(message);
      if (matcher.matches()) {
        return Optional.of(
            rule.text.contains("$1") ? rule.text.replace("$1", matcher.group(1)) : rule.text);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofStatus(Throwable cause) {
    return cause instanceof SdkServiceException answer && answer.statusCode() > 0
        ? Optional.of(httpStatus(answer.statusCode()))
        : Optional.empty();
  }

  private static String httpStatus(int status) {
    return "it answered HTTP " + status + (status >= 500 ? ", try again later" : "");
  }

  /** Their own texts quote what was read. */
  private static Optional<String> ofData(Throwable cause, List<Throwable> causes) {
    if (cause instanceof URISyntaxException) {
      return Optional.of(
          isOf(causes, "from container")
              ? "the address in AWS_CONTAINER_CREDENTIALS_FULL_URI is none"
              : "it returned something that is not a role name");
    }
    if (cause.getClass().getSimpleName().startsWith("Json")) {
      return Optional.of("it returned something that is not JSON");
    }
    return cause instanceof DateTimeParseException
        ? Optional.of("it returned an Expiration that is not an ISO 8601 time")
        : Optional.empty();
  }

  private static boolean isOf(List<Throwable> causes, String words) {
    return causes.stream().anyMatch(each -> String.valueOf(each.getMessage()).contains(words));
  }

  private static Optional<String> ofNetwork(Throwable cause) {
    if (!(cause instanceof IOException)) {
      return Optional.empty();
    }
    final String text = PlainText.firstLine(String.valueOf(cause.getMessage()));
    if (cause instanceof NoSuchFileException) {
      return Optional.of("there is no file " + text);
    }
    if (cause instanceof AccessDeniedException) {
      return Optional.of("the file " + text + " is not readable");
    }
    if (cause instanceof UnknownHostException) {
      final String host = text.replaceAll(":.*", "");
      return Optional.of("the host name " + host + " is not known" + Regions.hintForHost(host));
    }
    if (cause instanceof SSLException) {
      return TlsFailure.text(cause, "import it into the truststore of the JVM")
          .or(() -> harmless(cause))
          .map(detail -> "no TLS: " + detail);
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return Optional.of(
          "no connection could be made" + harmless(cause).map(each -> ": " + each).orElse(""));
    }
    return Optional.of(
        cause instanceof SocketTimeoutException
            ? "no answer came in time"
            : "the connection was lost");
  }

  private static Optional<String> harmless(Throwable cause) {
    final String text =
        PlainText.firstLine(
                String.valueOf(cause.getMessage()).replaceAll("\\(SDK Attempt Count: \\d+\\)", ""))
            .replaceFirst("\\.$", "");
    final boolean isOfKnownKind = cause instanceof SdkException || cause instanceof IOException;
    return !isOfKnownKind || cause.getMessage() == null || CLASS_NAME.matcher(text).find()
        ? Optional.empty()
        : Optional.of(text);
  }
}
