package io.github.bedrockjdbc.emulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as it came over the wire.
 *
 * @param rawPath as sent, still percent-encoded
 * @param parameters the query's names and values, decoded, in the order sent, repetitions kept
 * @param headers by lower-case name; values of repeated ones joined by commas
 * @param body as UTF-8
 * @param payloadHash SHA-256 of the body, hexadecimal
 */
public record HttpRequest(
    String method,
    String rawPath,
    List<Map.Entry<String, String>> parameters,
    Map<String, String> headers,
    String body,
    String payloadHash) {
  private static final int LONGEST_HEAD = 64 * 1024;
  private static final int LONGEST_BODY = 1024 * 1024;

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** The host that was asked, without its port; empty if none was named. */
  public String host() {
    return header("host").orElse("").replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }

  /** The service that the credential scope names; empty if there is no scope. */
  String scopedService() {
    final String[] scope = header("authorization").orElse("").split("/", 5);
    return scope.length == 5 ? scope[3] : "";
  }

  public boolean closesConnection() {
    return header("connection").orElse("").equalsIgnoreCase("close");
  }

  /**
   * Reads the next request of a connection; empty if the client has closed it.
   *
   * @throws ServiceError if it is not a request that can be understood
   */
  public static Optional<HttpRequest> read(InputStream in) throws IOException {
    final String start = line(in, LONGEST_HEAD);
    if (start == null) {
      return Optional.empty();
    }
    final String[] words = start.split(" ", -1);
    if (words.length != 3 || !words[1].startsWith("/") || !words[2].equals("HTTP/1.1")) {
      throw unreadable("request line");
    }
    final Map<String, String> headers = headers(in);
    final byte[] body = body(in, headers);
    final String[] target = words[1].split("\\?", 2);
    return Optional.of(
        new HttpRequest(
            words[0],
            target[0],
            parameters(target.length == 1 ? "" : target[1]),
            headers,
            new String(body, StandardCharsets.UTF_8),
            Sha256.hex(body)));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    final Map<String, String> headers = new TreeMap<>();
    int room = LONGEST_HEAD;
    for (String line = line(in, room); line != null; line = line(in, room)) {
      if (line.isEmpty()) {
        return headers;
      }
      room -= line.length();
      final int colon = line.indexOf(':');
      if (colon < 1) {
        throw unreadable("header");
      }
      final String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (first, next) -> first + "," + next);
    }
    throw unreadable("head");
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    final String length = headers.getOrDefault("content-length", "0");
    if (headers.containsKey("transfer-encoding")
        || !length.matches("[0-9]{1,7}")
        || Integer.parseInt(length) > LONGEST_BODY) {
      throw unreadable("body");
    }
    return in.readNBytes(Integer.parseInt(length));
  }

  private static List<Map.Entry<String, String>> parameters(String query) {
    final List<Map.Entry<String, String>> parameters = new ArrayList<>();
    for (final String part : query.split("&", -1)) {
      if (!part.isEmpty()) {
        final String[] pair = part.split("=", 2);
        final String value = pair.length == 1 ? "" : pair[1];
        parameters.add(Map.entry(Percent.decodeQuery(pair[0]), Percent.decodeQuery(value)));
      }
    }
    return List.copyOf(parameters);
  }

  /** A line without its end; null where the stream ends. */
  private static String line(InputStream in, int room) throws IOException {
    final ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      }
      if (line.size() >= room) {
        throw unreadable("head: it is too long");
      }
      line.write(b);
    }
    return null;
  }

  private static ServiceError unreadable(String what) {
    return ServiceError.validation("The request cannot be read: bad " + what);
  }
}
