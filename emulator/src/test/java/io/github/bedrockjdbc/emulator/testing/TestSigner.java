package io.github.bedrockjdbc.emulator.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature Version 4, written again so that a mistake in the emulator's shows.
 *
 * @param token null for a long-lived key
 * @param service decides how the path is signed
 */
public record TestSigner(String key, String secret, String token, String region, String service) {
  /** SHA-256 of nothing. */
  public static final String EMPTY_HASH =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  public TestSigner withKey(String otherKey, String otherSecret, String otherToken) {
    return new TestSigner(otherKey, otherSecret, otherToken, region, service);
  }

  public TestSigner withRegion(String other) {
    return new TestSigner(key, secret, token, other, service);
  }

  public TestSigner withService(String other) {
    return new TestSigner(key, secret, token, region, other);
  }

  /** The request with its date, token and signature; all its headers are signed. */
  WireClient.Request signed(WireClient.Request request, Instant now) {
    final String time = TIME.format(now);
    final String scope = String.join("/", time.substring(0, 8), region, service, "aws4_request");
    WireClient.Request dated = request.with("x-amz-date", time);
    if (token != null) {
      dated = dated.with("x-amz-security-token", token);
    }
    final Map<String, String> headers = dated.headers();
    final String names = String.join(";", headers.keySet());
    final String[] target = request.target().split("\\?", 2);
    final String canonical =
        String.join(
            "\n",
            request.method(),
            service.equals("s3") ? target[0] : target[0].replace("%", "%25"),
            target.length == 1
                ? ""
                : Stream.of(target[1].split("&")).sorted().collect(Collectors.joining("&")),
            headers.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue() + "\n")
                .collect(Collectors.joining()),
            names,
            headers.getOrDefault("x-amz-content-sha256", sha256(request.body())));
    final String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical));
    byte[] signingKey = bytes("AWS4" + secret);
    for (final String part : scope.split("/", -1)) {
      signingKey = hmac(signingKey, part);
    }
    return dated.with(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(key, scope, names, HexFormat.of().formatHex(hmac(signingKey, toSign))));
  }

  static String encodedPath(String path) {
    return Stream.of(path.split("/", -1)).map(TestClient::encoded).collect(Collectors.joining("/"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      final Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
