package io.github.bedrockjdbc.emulator.auth;

import io.github.bedrockjdbc.emulator.http.Api;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of services that speak JSON. */
record JsonRefusals(Api api, int status) implements Refusals {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public Duration tolerance() {
    return Duration.ofMinutes(5);
  }

  @Override
  public ServiceError unsigned() {
    return refused("MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  @Override
  public ServiceError malformed(String header) {
    return refused(
        "IncompleteSignatureException",
        "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.");
  }

  @Override
  public ServiceError unknownKey(String accessKeyId) {
    return refused(
        "UnrecognizedClientException", "The security token included in the request is invalid.");
  }

  @Override
  public ServiceError wrongService(String given) {
    return invalid("Credential should be scoped to correct service: '" + api.scope() + "'.");
  }

  @Override
  public ServiceError wrongTerminator(String given) {
    return invalid(
        "Credential should be scoped with a valid terminator: 'aws4_request', not '%s'."
            .formatted(given));
  }

  @Override
  public ServiceError wrongDate(String scopeDate, String time) {
    return invalid(
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
            + " HTTP: '%s' != '%s', from '%s'.".formatted(scopeDate, time.split("T", -1)[0], time));
  }

  @Override
  public ServiceError unreadableTime(String time) {
    return invalid("Date must be in ISO-8601 'basic format'. Got '" + time + "'.");
  }

  @Override
  public ServiceError skewed(String time, Instant signed, Instant now) {
    return signed.isBefore(now)
        ? invalid(
            "Signature expired: %s is now earlier than %s (%s - 5 min.)"
                .formatted(time, TIME.format(now.minus(tolerance())), TIME.format(now)))
        : invalid(
            "Signature not yet current: %s is still later than %s (%s + 5 min.)"
                .formatted(time, TIME.format(now.plus(tolerance())), TIME.format(now)));
  }

  @Override
  public ServiceError headerNotSigned(String name) {
    return invalid(
        name.equals("host")
            ? "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
            : "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
  }

  @Override
  public ServiceError expired() {
    return refused(
        "ExpiredTokenException", "The security token included in the request is expired");
  }

  @Override
  public ServiceError wrongToken() {
    return unknownKey("");
  }

  @Override
  public ServiceError wrongSignature() {
    return invalid(
        "The request signature we calculated does not match the signature you provided. Check"
            + " your AWS Secret Access Key and signing method. Consult the service"
            + " documentation for details.");
  }

  private ServiceError invalid(String message) {
    return refused("InvalidSignatureException", message);
  }

  private ServiceError refused(String type, String message) {
    return new ServiceError(status, type, message);
  }
}
