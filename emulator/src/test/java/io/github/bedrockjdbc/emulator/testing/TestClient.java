package io.github.bedrockjdbc.emulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client with a signer of its own, so that a mistake in the emulator's shows. */
public record TestClient(
    String endpoint, String key, String secret, String token, String region, String service) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  public static TestClient of(BedrockEmulator emulator) {
    return new TestClient(
        emulator.endpoint(),
        BedrockEmulator.DEMO_ACCESS_KEY_ID,
        BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
        null,
        BedrockEmulator.DEMO_REGION,
        "bedrock");
  }

  public TestClient withKey(String otherKey, String otherSecret, String otherToken) {
    return new TestClient(endpoint, otherKey, otherSecret, otherToken, region, service);
  }

  public TestClient withRegion(String other) {
    return new TestClient(endpoint, key, secret, token, other, service);
  }

  /** Parameters as {@code name=value}, values not encoded. */
  public HttpResponse<String> list(String... parameters) {
    return send("/model-invocation-jobs", query(parameters));
  }

  public HttpResponse<String> get(String arn) {
    return send("/model-invocation-job/" + encoded(arn), "");
  }

  public HttpResponse<String> send(String rawPath, String rawQuery) {
    return exchanged(signed(rawPath, rawQuery, Instant.now()));
  }

  public static HttpResponse<String> exchanged(java.net.http.HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public CompletableFuture<HttpResponse<String>> listLater(String... parameters) {
    return HTTP.sendAsync(
        signed("/model-invocation-jobs", query(parameters), Instant.now()).build(),
        BodyHandlers.ofString());
  }

  /** Every page of a walk. */
  public List<Map<String, Object>> walk(String... parameters) {
    final List<Map<String, Object>> pages = new ArrayList<>();
    List<String> all = List.of(parameters);
    while (true) {
      final HttpResponse<String> response = list(all.toArray(String[]::new));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      final Map<String, Object> page = json(response);
      pages.add(page);
      if (!page.containsKey("nextToken")) {
        return pages;
      }
      all = new ArrayList<>(List.of(parameters));
      all.add("nextToken=" + page.get("nextToken"));
    }
  }

  /** The ARNs of a walk, page by page. */
  public List<List<String>> arnsByPage(String... parameters) {
    return walk(parameters).stream()
        .map(page -> jobs(page).stream().map(job -> (String) job.get("jobArn")).toList())
        .toList();
  }

  public List<String> arns(String... parameters) {
    return arnsByPage(parameters).stream().flatMap(List::stream).toList();
  }

  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> jobs(Map<String, Object> page) {
    return (List<Map<String, Object>>) page.getOrDefault("invocationJobSummaries", List.of());
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> json(HttpResponse<String> response) {
    return (Map<String, Object>) JsonReader.read(response.body());
  }

  public static String errorType(HttpResponse<String> response) {
    return response.headers().firstValue("x-amzn-ErrorType").orElse("none");
  }

  public static String message(HttpResponse<String> response) {
    return (String) json(response).get("message");
  }

  private static String query(String... parameters) {
    return Arrays.stream(parameters)
        .map(each -> each.split("=", 2))
        .map(pair -> encoded(pair[0]) + "=" + encoded(pair[1]))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** The query must be encoded as strictly as a signature wants it. */
  public java.net.http.HttpRequest.Builder signed(String rawPath, String rawQuery, Instant now) {
    final URI uri = URI.create(endpoint + rawPath + (rawQuery.isEmpty() ? "" : "?" + rawQuery));
    final String time = TIME.format(now);
    final String scope = String.join("/", time.substring(0, 8), region, service, "aws4_request");
    final String names = "host;x-amz-date" + (token == null ? "" : ";x-amz-security-token");
    final String canonical =
        String.join(
            "\n",
            "GET",
            rawPath.replace("%", "%25"),
            Stream.of(rawQuery.split("&")).sorted().collect(Collectors.joining("&")),
            "host:" + uri.getAuthority(),
            "x-amz-date:" + time,
            token == null ? "" : "x-amz-security-token:" + token + "\n",
            names,
            sha256(""));
    final String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical));
    final byte[] dateKey = hmac(bytes("AWS4" + secret), time.substring(0, 8));
    final byte[] signingKey = hmac(hmac(hmac(dateKey, region), service), "aws4_request");
    final java.net.http.HttpRequest.Builder request =
        java.net.http.HttpRequest.newBuilder(uri)
            .header("X-Amz-Date", time)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                    .formatted(key, scope, names, hex(hmac(signingKey, toSign))));
    return token == null ? request : request.header("X-Amz-Security-Token", token);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String sha256(String text) {
    try {
      return hex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
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
