package io.github.bedrockjdbc.emulator.auth;

import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The words of S3. */
record StorageRefusals() implements Refusals {
  @Override
  public Duration tolerance() {
    return Duration.ofMinutes(15);
  }

  @Override
  public ServiceError unsigned() {
    return new ServiceError(403, "AccessDenied", "Access Denied");
  }

  @Override
  public ServiceError malformed(String header) {
    if (!header.startsWith("AWS4-")) {
      return new ServiceError(400, "InvalidArgument", "Unsupported Authorization Type")
          .detail("ArgumentName", "Authorization")
          .detail("ArgumentValue", header);
    }
    return malformedHeader("the header does not have its three parts");
  }

  @Override
  public ServiceError unknownKey(String accessKeyId) {
    return new ServiceError(
            403,
            "InvalidAccessKeyId",
            "The AWS Access Key Id you provided does not exist in our records.")
        .detail("AWSAccessKeyId", accessKeyId);
  }

  @Override
  public ServiceError wrongService(String given) {
    return malformedHeader("incorrect service \"" + given + "\". This endpoint belongs to \"s3\".");
  }

  @Override
  public ServiceError wrongTerminator(String given) {
    return malformedHeader(
        "incorrect terminator \"" + given + "\". This endpoint uses \"aws4_request\".");
  }

  @Override
  public ServiceError wrongDate(String scopeDate, String time) {
    return malformedHeader(
        "Invalid credential date \"%s\". This date is not the same as X-Amz-Date: \"%s\"."
            .formatted(scopeDate, time.split("T", -1)[0]));
  }

  @Override
  public ServiceError unreadableTime(String time) {
    return new ServiceError(
        403, "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header");
  }

  @Override
  public ServiceError skewed(String time, Instant signed, Instant now) {
    return new ServiceError(
            403,
            "RequestTimeTooSkewed",
            "The difference between the request time and the current time is too large.")
        .detail("RequestTime", time)
        .detail("ServerTime", now.truncatedTo(ChronoUnit.SECONDS).toString())
        .detail("MaxAllowedSkewMilliseconds", Long.toString(tolerance().toMillis()));
  }

  @Override
  public ServiceError headerNotSigned(String name) {
    return new ServiceError(
            403, "AccessDenied", "There were headers present in the request which were not signed")
        .detail("HeadersNotSigned", name);
  }

  @Override
  public ServiceError expired() {
    return new ServiceError(400, "ExpiredToken", "The provided token has expired.");
  }

  @Override
  public ServiceError wrongToken() {
    return new ServiceError(
        400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
  }

  @Override
  public ServiceError wrongSignature() {
    return new ServiceError(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check"
            + " your key and signing method.");
  }

  private static ServiceError malformedHeader(String why) {
    return new ServiceError(
        400, "AuthorizationHeaderMalformed", "The authorization header is malformed; " + why);
  }
}
