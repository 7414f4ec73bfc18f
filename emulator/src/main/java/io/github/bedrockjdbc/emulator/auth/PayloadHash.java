package io.github.bedrockjdbc.emulator.auth;

import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;

/** The header in which a client of S3 says what it signed of the body. */
final class PayloadHash {
  static final String HEADER = "x-amz-content-sha256";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private PayloadHash() {}

  static void check(HttpRequest request) {
    final String given =
        request
            .header(HEADER)
            .orElseThrow(
                () ->
                    new ServiceError(
                        400,
                        "InvalidRequest",
                        "Missing required header for this request: " + HEADER));
    if (given.equals(UNSIGNED)) {
      return;
    }
    if (!given.matches("[0-9a-f]{64}")) {
      throw new ServiceError(
              400,
              "InvalidArgument",
              HEADER + " must be " + UNSIGNED + ", or a valid sha256 value.")
          .detail("ArgumentName", HEADER)
          .detail("ArgumentValue", given);
    }
    if (!given.equals(request.payloadHash())) {
      throw new ServiceError(
              400,
              "XAmzContentSHA256Mismatch",
              "The provided '" + HEADER + "' header does not match what was computed.")
          .detail("ClientComputedContentSHA256", given)
          .detail("S3ComputedContentSHA256", request.payloadHash());
    }
  }
}
