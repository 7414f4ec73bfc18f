package io.github.bedrockjdbc.emulator.auth;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Decides who sent a request: checks its Signature Version 4, or its API key. */
public final class SignatureCheck {
  private static final String SERVICE = "bedrock";
  private static final String TERMINATOR = "aws4_request";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Map<String, Credential> credentials;
  private final Map<String, String> accountsByApiKey;
  private final List<String> regions;
  private final Clock clock;

  public SignatureCheck(
      Map<String, Credential> credentials,
      Map<String, String> accountsByApiKey,
      List<String> regions,
      Clock clock) {
    this.credentials = Map.copyOf(credentials);
    this.accountsByApiKey = Map.copyOf(accountsByApiKey);
    this.regions = List.copyOf(regions);
    this.clock = clock;
  }

  /**
   * Who asks.
   *
   * @param expiredKeys ids of the access keys whose session has ended
   * @throws ServiceError if the request proves nothing
   */
  public Caller check(HttpRequest request, Set<String> expiredKeys) {
    final String header =
        request
            .header("authorization")
            .orElseThrow(
                () ->
                    refused("MissingAuthenticationTokenException", "Missing Authentication Token"));
    if (header.startsWith("Bearer ")) {
      return bearer(header.substring("Bearer ".length()).strip());
    }
    final Authorization given =
        Authorization.of(header)
            .orElseThrow(
                () ->
                    refused(
                        "IncompleteSignatureException",
                        "Authorization header requires 'Credential', 'SignedHeaders' and"
                            + " 'Signature' parameters."));
    final Credential credential = credentials.get(given.accessKeyId());
    if (credential == null || !regions.contains(given.region())) {
      throw unknownToken();
    }
    final String time = request.header("x-amz-date").orElse("");
    checkScope(given, time);
    checkTime(time);
    checkHeaders(request, given);
    if (expiredKeys.contains(credential.accessKeyId())) {
      throw refused(
          "ExpiredTokenException", "The security token included in the request is expired");
    }
    final String token = request.header("x-amz-security-token").orElse("");
    if (!same(token, credential.sessionToken() == null ? "" : credential.sessionToken())) {
      throw unknownToken();
    }
    if (!same(given.signature(), Signing.signature(request, given, time, credential.secret()))) {
      throw invalid(
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method. Consult the service"
              + " documentation for details.");
    }
    return new Caller(credential.account(), given.region(), credential.accessKeyId());
  }

  private Caller bearer(String apiKey) {
    return accountsByApiKey.entrySet().stream()
        .filter(known -> same(known.getKey(), apiKey))
        .map(known -> new Caller(known.getValue(), regions.get(0), "bearer"))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "AccessDeniedException",
                    "Authentication failed: Please make sure your API Key is valid."));
  }

  private static void checkScope(Authorization given, String time) {
    if (!given.service().equals(SERVICE)) {
      throw invalid("Credential should be scoped to correct service: '" + SERVICE + "'.");
    }
    if (!given.terminator().equals(TERMINATOR)) {
      throw invalid(
          "Credential should be scoped with a valid terminator: '%s', not '%s'."
              .formatted(TERMINATOR, given.terminator()));
    }
    if (!time.startsWith(given.date()) || given.date().length() != 8) {
      throw invalid(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '%s' != '%s', from '%s'."
                  .formatted(given.date(), time.split("T", -1)[0], time));
    }
  }

  private void checkTime(String time) {
    final Instant now = clock.instant();
    final Instant signed;
    try {
      signed = TIME.parse(time, Instant::from);
    } catch (DateTimeException e) {
      throw invalid("Date must be in ISO-8601 'basic format'. Got '" + time + "'.");
    }
    if (signed.isBefore(now.minus(TOLERANCE))) {
      throw invalid(
          "Signature expired: %s is now earlier than %s (%s - 5 min.)"
              .formatted(time, TIME.format(now.minus(TOLERANCE)), TIME.format(now)));
    }
    if (signed.isAfter(now.plus(TOLERANCE))) {
      throw invalid(
          "Signature not yet current: %s is still later than %s (%s + 5 min.)"
              .formatted(time, TIME.format(now.plus(TOLERANCE)), TIME.format(now)));
    }
  }

  private static void checkHeaders(HttpRequest request, Authorization given) {
    if (!given.signedHeaders().contains("host")) {
      throw invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
    for (final String name : request.headers().keySet()) {
      if (name.startsWith("x-amz-") && !given.signedHeaders().contains(name)) {
        throw invalid("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
      }
    }
  }

  /** Takes the same time wherever the texts differ. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static ServiceError unknownToken() {
    return refused(
        "UnrecognizedClientException", "The security token included in the request is invalid.");
  }

  private static ServiceError invalid(String message) {
    return refused("InvalidSignatureException", message);
  }

  private static ServiceError refused(String type, String message) {
    return new ServiceError(403, type, message);
  }
}
