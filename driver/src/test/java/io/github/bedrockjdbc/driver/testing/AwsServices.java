package io.github.bedrockjdbc.driver.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What gives temporary credentials, on the loopback address: STS, IAM Identity Center, container
 * and instance metadata. Each gives a key of its own, with {@link #SECRET} and {@link #TOKEN}.
 */
public final class AwsServices implements AutoCloseable {
  public static final String SECRET = "TheCanarySings/secret";
  public static final String TOKEN = "TheCanarySings/token+=";
  private static final Pattern ROLE = Pattern.compile("role/(\\w+)");

  private final HttpServer server;
  private final List<String> calls = new CopyOnWriteArrayList<>();

  public AwsServices() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was asked for, and by which key. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    final String body =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    final String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/" -> assumeRole(exchange, body);
      case "/federation/credentials" ->
          sso(exchange, exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"));
      case "/token" ->
          send(exchange, 200, "{\"accessToken\":\"renewed\",\"expiresIn\":3600}", "renew log-in");
      case "/container" -> send(exchange, 200, metadata("ASIACONTAINER"), "container");
      case "/latest/api/token" -> send(exchange, 200, "imds-token", "metadata token");
      case "/latest/meta-data/iam/security-credentials/" ->
          send(exchange, 200, "instance-role", "metadata role");
      case "/latest/meta-data/iam/security-credentials/instance-role" ->
          send(exchange, 200, metadata("ASIAINSTANCE"), "metadata credentials");
      default -> send(exchange, 404, "", "unknown " + path);
    }
  }

  private void assumeRole(HttpExchange exchange, String body) throws IOException {
    final String form = URLDecoder.decode(body, StandardCharsets.UTF_8);
    final Map<String, String> fields =
        Pattern.compile("&")
            .splitAsStream(form)
            .map(field -> field.split("=", 2))
            .collect(java.util.stream.Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    final Matcher role = ROLE.matcher(fields.get("RoleArn"));
    final String name = role.find() ? role.group(1) : "";
    final String by =
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
            .replaceAll(".*Credential=(\\w+)/\\d+/([\\w-]+)/(\\w+)/.*", "$1 $2 $3");
    final String call =
        String.join(
            " ",
            fields.get("Action"),
            name,
            "by " + by,
            "external id " + fields.get("ExternalId"),
            "token " + fields.get("WebIdentityToken"));
    if (name.equals("refused")) {
      send(
          exchange,
          403,
          "<ErrorResponse><Error><Code>AccessDenied</Code><Message>User: arn:aws:iam::123456789012:user/x"
              + " is not authorized to perform: sts:AssumeRole on resource: "
              + fields.get("RoleArn")
              + "</Message></Error></ErrorResponse>",
          call);
      return;
    }
    final String action = fields.get("Action");
    send(
        exchange,
        200,
        "<%s xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><%s><Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey><SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials><AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/%s/s</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser></%s></%s>"
            .formatted(
                action + "Response",
                action + "Result",
                key(name),
                SECRET,
                TOKEN,
                inAnHour(),
                name,
                action + "Result",
                action + "Response"),
        call);
  }

  /** The access key id that assuming a role gives. */
  public static String key(String role) {
    return "ASIA" + role.toUpperCase(java.util.Locale.ROOT);
  }

  private void sso(HttpExchange exchange, String token) throws IOException {
    if (token.equals("unavailable")) {
      send(exchange, 503, "", "sso " + token);
      return;
    }
    if (token.equals("revoked")) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", "UnauthorizedException");
      send(exchange, 401, "{\"message\":\"Session token not found or invalid\"}", "sso " + token);
      return;
    }
    send(
        exchange,
        200,
        "{\"roleCredentials\":{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\",\"sessionToken\":\"%s\",\"expiration\":%d}}"
            .formatted(
                "ASIASSO" + token.toUpperCase(java.util.Locale.ROOT),
                SECRET,
                TOKEN,
                Instant.now().plus(Duration.ofHours(1)).toEpochMilli()),
        "sso " + token);
  }

  private static String metadata(String key) {
    return "{\"Code\":\"Success\",\"Type\":\"AWS-HMAC\",\"AccessKeyId\":\"%s\",\"SecretAccessKey\":\"%s\",\"Token\":\"%s\",\"Expiration\":\"%s\"}"
        .formatted(key, SECRET, TOKEN, inAnHour());
  }

  public static String inAnHour() {
    return Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void send(HttpExchange exchange, int status, String body, String call)
      throws IOException {
    calls.add(call);
    final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
