package io.github.bedrockjdbc.emulator.auth;

import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Percent;
import io.github.bedrockjdbc.emulator.http.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signature Version 4, from a request to its signature. */
final class Signing {
  private Signing() {}

  /**
   * The signature that the request should have.
   *
   * @param time the value of {@code X-Amz-Date}
   */
  static String signature(HttpRequest request, Authorization given, String time, String secret) {
    final String toSign =
        "AWS4-HMAC-SHA256\n"
            + time
            + "\n"
            + given.scope()
            + "\n"
            + Sha256.hex(canonical(request, given).getBytes(StandardCharsets.UTF_8));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (final String part : given.scope().split("/", -1)) {
      key = Sha256.hmac(key, part);
    }
    return HexFormat.of().formatHex(Sha256.hmac(key, toSign));
  }

  private static String canonical(HttpRequest request, Authorization given) {
    final String headers =
        given.signedHeaders().stream()
            .map(name -> name + ":" + squeezed(request.header(name).orElse("")) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.method(),
        isStorage(given) ? objectPath(request.rawPath()) : path(request.rawPath()),
        query(request),
        headers,
        String.join(";", given.signedHeaders()),
        isStorage(given) ? request.header(PayloadHash.HEADER).orElse("") : request.payloadHash());
  }

  private static boolean isStorage(Authorization given) {
    return given.service().equals("s3");
  }

  /** Encoded once, and not normalized: a key may have empty parts and dots. */
  private static String objectPath(String rawPath) {
    return Stream.of(rawPath.split("/", -1))
        .map(part -> Percent.encode(Percent.decode(part)))
        .collect(Collectors.joining("/"));
  }

  /** Encoded once more: every service but S3 signs the encoded path's encoding. */
  private static String path(String rawPath) {
    return Stream.of(rawPath.split("/", -1)).map(Percent::encode).collect(Collectors.joining("/"));
  }

  private static String query(HttpRequest request) {
    return request.parameters().stream()
        .map(each -> Map.entry(Percent.encode(each.getKey()), Percent.encode(each.getValue())))
        .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry::getValue))
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("&"));
  }

  private static String squeezed(String value) {
    return value.strip().replaceAll(" +", " ");
  }
}
