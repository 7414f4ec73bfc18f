package io.github.bedrockjdbc.adapter.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Percent-encoding as signatures want it (RFC 3986: all but letters, digits and {@code -._~}). */
public final class Percent {
  private static final Map<String, String> FORM_TO_URI = Map.of("+", "%20", "*", "%2A", "%7E", "~");

  private Percent() {}

  /** One segment of a path, or one value of a query; a slash is encoded, too. */
  public static String encoded(String text) {
    String result = URLEncoder.encode(text, StandardCharsets.UTF_8);
    for (Map.Entry<String, String> difference : FORM_TO_URI.entrySet()) {
      result = result.replace(difference.getKey(), difference.getValue());
    }
    return result;
  }

  /** A path whose slashes stay; empty segments do, too. */
  public static String encodedPath(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(Percent::encoded)
        .collect(Collectors.joining("/"));
  }
}
