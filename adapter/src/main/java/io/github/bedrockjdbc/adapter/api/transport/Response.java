package io.github.bedrockjdbc.adapter.api.transport;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * An answer that was read to its end, or as far as it is of use.
 *
 * @param headers the first value of each; names in any case
 */
public record Response(int statusCode, Map<String, String> headers, Body body) {
  /** Reads the rest of an answer. */
  static Response of(ClassicHttpResponse answer) throws IOException {
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : answer.getHeaders()) {
      headers.putIfAbsent(header.getName(), header.getValue());
    }
    return new Response(answer.getCode(), headers, Body.of(answer));
  }

  /** The first header of that name, in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
