package io.github.bedrockjdbc.adapter.api.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/**
 * One request: a {@code POST} if it has a body, else a {@code GET}.
 *
 * @param uri whole address
 * @param headers without {@code Host} and {@code Content-Length}
 */
public record Request(URI uri, Map<String, List<String>> headers, Optional<String> body) {
  private static final int LARGEST = 255;

  /** Throws {@link IllegalArgumentException}, without the value, for what no header can hold. */
  public Request {
    headers.values().stream()
        .flatMap(List::stream)
        .flatMapToInt(String::chars)
        .filter(each -> (Character.isISOControl(each) && each != '\t') || each > LARGEST)
        .findAny()
        .ifPresent(
            each -> {
              throw new IllegalArgumentException("A header has a character that cannot be sent");
            });
  }

  /**
   * As it is written.
   *
   * @param isWhole whether its line names the host, too, as a proxy wants it
   */
  ClassicHttpRequest message(boolean isWhole) {
    final BasicClassicHttpRequest message =
        new BasicClassicHttpRequest(
            body.isPresent() ? "POST" : "GET",
            uri.getScheme(),
            new URIAuthority(uri.getHost(), Route.isDefaultPort(uri) ? -1 : uri.getPort()),
            target());
    message.setAbsoluteRequestUri(isWhole);
    message.setHeader(HttpHeaders.HOST, message.getAuthority());
    headers.forEach((name, values) -> values.forEach(value -> message.addHeader(name, value)));
    body.map(text -> text.getBytes(StandardCharsets.UTF_8))
        .ifPresent(
            bytes -> {
              message.setHeader(HttpHeaders.CONTENT_LENGTH, bytes.length);
              message.setEntity(new ByteArrayEntity(bytes, null));
            });
    return message;
  }

  /** Without headers, which hold secrets. */
  @Override
  public String toString() {
    return uri.toString();
  }

  private String target() {
    final String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
