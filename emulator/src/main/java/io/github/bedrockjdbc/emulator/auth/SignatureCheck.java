package io.github.bedrockjdbc.emulator.auth;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.http.Api;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Decides who sent a request: checks its Signature Version 4, or its API key. */
public final class SignatureCheck {
  private static final String TERMINATOR = "aws4_request";
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
   * @param api the service that was asked
   * @param expiredKeys ids of the access keys whose session has ended
   * @throws ServiceError if the request proves nothing
   */
  public Caller check(HttpRequest request, Api api, Set<String> expiredKeys) {
    final Refusals refusals = Refusals.of(api);
    final String header = request.header("authorization").orElseThrow(refusals::unsigned);
    if (api == Api.BEDROCK && header.startsWith("Bearer ")) {
      return bearer(header.substring("Bearer ".length()).strip());
    }
    final Authorization given =
        Authorization.of(header).orElseThrow(() -> refusals.malformed(header));
    if (api == Api.S3) {
      PayloadHash.check(request);
    }
    final Credential credential = credentials.get(given.accessKeyId());
    // A bucket may be in any region, which is checked where the bucket is known.
    if (credential == null || (api != Api.S3 && !regions.contains(given.region()))) {
      throw refusals.unknownKey(given.accessKeyId());
    }
    final String time = request.header("x-amz-date").orElse("");
    checkScope(given, time, api, refusals);
    checkTime(time, refusals);
    checkHeaders(request, given, refusals);
    if (expiredKeys.contains(credential.accessKeyId())) {
      throw refusals.expired();
    }
    final String token = request.header("x-amz-security-token").orElse("");
    if (!same(token, credential.sessionToken() == null ? "" : credential.sessionToken())) {
      throw refusals.wrongToken();
    }
    if (!same(given.signature(), Signing.signature(request, given, time, credential.secret()))) {
      throw refusals.wrongSignature();
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
                new ServiceError(
                    403,
                    "AccessDeniedException",
                    "Authentication failed: Please make sure your API Key is valid."));
  }

  private static void checkScope(Authorization given, String time, Api api, Refusals refusals) {
    if (!given.service().equals(api.scope())) {
      throw refusals.wrongService(given.service());
    }
    if (!given.terminator().equals(TERMINATOR)) {
      throw refusals.wrongTerminator(given.terminator());
    }
    if (!time.startsWith(given.date()) || given.date().length() != 8) {
      throw refusals.wrongDate(given.date(), time);
    }
  }

  private void checkTime(String time, Refusals refusals) {
    final Instant now = clock.instant();
    final Instant signed;
    try {
      signed = TIME.parse(time, Instant::from);
    } catch (DateTimeException e) {
      throw refusals.unreadableTime(time);
    }
    if (signed.isBefore(now.minus(refusals.tolerance()))
        || signed.isAfter(now.plus(refusals.tolerance()))) {
      throw refusals.skewed(time, signed, now);
    }
  }

  private static void checkHeaders(HttpRequest request, Authorization given, Refusals refusals) {
    if (!given.signedHeaders().contains("host")) {
      throw refusals.headerNotSigned("host");
    }
    for (final String name : request.headers().keySet()) {
      if (name.startsWith("x-amz-") && !given.signedHeaders().contains(name)) {
        throw refusals.headerNotSigned(name);
      }
    }
  }

  /** Takes the same time wherever the texts differ. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
