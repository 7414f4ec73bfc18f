package io.github.bedrockjdbc.emulator.auth;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed request's {@code Authorization} header, taken apart.
 *
 * @param date of the credential scope, {@code yyyyMMdd}
 * @param signature hexadecimal
 */
public record Authorization(
    String accessKeyId,
    String date,
    String region,
    String service,
    String terminator,
    List<String> signedHeaders,
    String signature) {
  private static final Pattern PATTERN =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=([^/, ]+)/([^/, ]*)/([^/, ]*)/([^/, ]*)/([^/, ]*),"
              + " *SignedHeaders=([^, ]+), *Signature=([0-9a-f]{64})");

  /** Empty if the header does not have this form. */
  public static Optional<Authorization> of(String header) {
    final Matcher found = PATTERN.matcher(header);
    if (!found.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Authorization(
            found.group(1),
            found.group(2),
            found.group(3),
            found.group(4),
            found.group(5),
            List.of(found.group(6).split(";")),
            found.group(7)));
  }

  String scope() {
    return date + "/" + region + "/" + service + "/" + terminator;
  }
}
