package io.github.bedrockjdbc.emulator.testing;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A client of any service that sends just what it is told, for any host; requests are changed by
 * {@link Request#with} and the like after or before they are signed.
 */
public record WireClient(int port, TestSigner signer) {
  /** Of the demo credentials. */
  public static WireClient of(BedrockEmulator emulator, String service) {
    return new WireClient(
        emulator.port(),
        new TestSigner(
            BedrockEmulator.DEMO_ACCESS_KEY_ID,
            BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
            null,
            BedrockEmulator.DEMO_REGION,
            service));
  }

  public WireClient withSigner(TestSigner other) {
    return new WireClient(port, other);
  }

  /**
   * A request before it is sent.
   *
   * @param headers by lower-case name
   */
  public record Request(String method, String target, Map<String, String> headers, String body) {
    public Request {
      headers = new TreeMap<>(headers);
    }

    public Request with(String name, String value) {
      final Map<String, String> more = new TreeMap<>(headers);
      more.put(name, value);
      return new Request(method, target, more, body);
    }

    public Request without(String name) {
      final Map<String, String> fewer = new TreeMap<>(headers);
      fewer.remove(name);
      return new Request(method, target, fewer, body);
    }

    public Request withMethod(String other) {
      return new Request(other, target, headers, body);
    }

    public Request withTarget(String other) {
      return new Request(method, other, headers, body);
    }
  }

  /**
   * What came back until the connection ended.
   *
   * @param headers by lower-case name
   */
  public record Response(int status, Map<String, String> headers, String body) {
    /** The text of an element of an XML error. */
    public String element(String name) {
      final String[] parts = body.split("</?" + name + ">", -1);
      return parts.length < 3 ? "" : parts[1];
    }

    /** The code of an XML error. */
    public String code() {
      return element("Code");
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> json() {
      return (Map<String, Object>) JsonReader.read(body);
    }

    /** A list of objects in the answer. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String member) {
      return (List<Map<String, Object>>) json().get(member);
    }

    /** The error's type where the body has it. */
    public String type() {
      return String.valueOf(json().get("__type"));
    }
  }

  /** {@code GetObject} in path style, complete but for its signature. */
  public Request object(String bucket, String key) {
    return new Request(
        "GET",
        "/" + bucket + "/" + TestSigner.encodedPath(key),
        Map.of("host", "localhost:" + port, "x-amz-content-sha256", TestSigner.EMPTY_HASH),
        "");
  }

  /** {@code GetResources}, complete but for its signature. */
  public Request resources(String body) {
    return new Request(
        "POST",
        "/",
        Map.of(
            "host", "localhost:" + port,
            "content-type", "application/x-amz-json-1.1",
            "x-amz-target", "ResourceGroupsTaggingAPI_20170126.GetResources"),
        body);
  }

  /** {@code GetResources} of ARNs. */
  public Request resources(Collection<String> arns) {
    return resources(
        arns.stream().collect(Collectors.joining("\",\"", "{\"ResourceARNList\":[\"", "\"]}")));
  }

  /** A GET, complete but for its signature. */
  public Request get(String target) {
    return new Request("GET", target, Map.of("host", "localhost:" + port), "");
  }

  public Request signed(Request request) {
    return signer.signed(request, Instant.now());
  }

  public Response sent(Request request) {
    return unsigned(signed(request));
  }

  /** Sends the request as it is. */
  public Response unsigned(Request request) {
    final StringBuilder head = new StringBuilder();
    head.append(request.method() + " " + request.target() + " HTTP/1.1\r\nConnection: close\r\n");
    request
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    final byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    head.append("Content-Length: " + body.length + "\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(body);
      return response(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response response(String text) {
    final int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new UncheckedIOException(new IOException("no answer: " + text));
    }
    final String[] lines = text.substring(0, end).split("\r\n", -1);
    final Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      final String[] pair = lines[i].split(": ", 2);
      headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1]);
    }
    return new Response(
        Integer.parseInt(lines[0].split(" ", -1)[1]), headers, text.substring(end + 4));
  }
}
