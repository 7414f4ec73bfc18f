package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.AwsSetup;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a source gave no credentials, each cause in its own words. */
@Timeout(60)
class CredentialCausesTest {
  private static BedrockEmulator emulator;
  private static HttpServer server;
  private static volatile int status;
  private static volatile String body;

  @TempDir private Path folder;
  private AwsSetup aws;

  @BeforeAll
  static void startServers() throws IOException {
    emulator = Urls.emulatorWith(3);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", CredentialCausesTest::answer);
    server.start();
  }

  @AfterAll
  static void stopServers() {
    emulator.close();
    server.stop(0);
  }

  @BeforeEach
  void start() {
    aws = new AwsSetup(folder);
    for (final String service : new String[] {"Sts", "Sso", "Signin"}) {
      aws.set("aws.endpointUrl" + service, url());
    }
    aws.set("aws.maxAttempts", "1");
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private static String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String message(String settings) throws SQLException {
    try (Connection connection = DriverManager.getConnection(emulator.jdbcUrl() + ";" + settings)) {
      final SQLException failure = Answered.failureOf(connection, "SELECT job_arn FROM jobs");
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat(failure.getMessage())
          .doesNotContain("null", "IOException", "Provider", "CanarySings", "\n");
      return failure.getMessage();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-such-command-anywhere | names a command that was not found (exit code 127)",
        "echo TheCanarySings >&2; exit 3 | failed (exit code 3)",
        "echo TheCanarySings | something that is not JSON",
        "true | printed nothing",
        "echo '[1]' | no JSON object",
        "echo '{\"Version\":2}' | without \"Version\": 1",
        "echo '{\"Version\":1}' | JSON without AccessKeyId",
        "echo '{\"Version\":1,\"AccessKeyId\":\"A\"}' | JSON without SecretAccessKey",
        "echo '{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"TheCanarySings\",\"Expiration\":\"x\"}' | not an ISO 8601 time",
        "head -c 70000 /dev/zero | more than 64,000 bytes",
      })
  void process(String command, String cause) throws Exception {
    aws.config("[profile p]\ncredential_process = " + command + "\n");
    assertThat(message("profile=p"))
        .startsWith("profile 'p' (credential_process) gave no credentials: ")
        .contains(cause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | '' | HTTP 404 | HTTP 404",
        "403 | '' | HTTP 403 | HTTP 403",
        "500 | oops | HTTP 500 | HTTP 500",
        "200 | <html>TheCanarySings</html> | not a role name | not JSON",
        "200 | x | something that is not JSON | something that is not JSON",
        "200 | {\"Code\":\"Success\"} | not a role name | without the access key",
      })
  void metadata(int answered, String with, String ofInstance, String ofContainer) throws Exception {
    status = answered;
    body = with;
    aws.set("aws.disableEc2Metadata", null).set("aws.ec2MetadataServiceEndpoint", url());
    assertThat(message("")).contains("instance metadata gave no credentials: ", ofInstance);
    aws.set("aws.disableEc2Metadata", "true").set("aws.containerCredentialsFullUri", url());
    assertThat(message(""))
        .contains("container metadata gave no credentials: ", ofContainer)
        .contains("instance metadata is turned off (AWS_EC2_METADATA_DISABLED)");
  }

  @Test
  void containersOfOthers() throws Exception {
    aws.set("aws.containerCredentialsFullUri", "http://192.0.2.1/?TheCanarySings");
    assertThat(message("")).contains("neither an https address nor this machine");
  }

  @Test
  void aTokenFileThatIsMissingDoesNotEndTheChain() throws Exception {
    aws.set("aws.webIdentityTokenFile", folder.resolve("no-token").toString())
        .set("aws.roleArn", "arn:aws:iam::123456789012:role/web");
    assertThat(message(""))
        .contains("web identity", "there is no file " + folder.resolve("no-token"))
        .contains("instance metadata is turned off");
    aws.config(
        """
        [default]
        aws_access_key_id = AKIANOBODY
        aws_secret_access_key = x
        """);
    assertThat(message("")).contains("with credentials of profile 'default'");
  }

  @ParameterizedTest
  @CsvSource({"400, HTTP 400, true", "503, HTTP 503, false"})
  void logIn(int answered, String cause, boolean helps) throws Exception {
    status = answered;
    body = "";
    final String session = "arn:aws:iam::123456789012:user/console";
    aws.set("aws.loginCacheDirectory", folder.resolve("login").toString());
    aws.config("[profile c]\nlogin_session = " + session + "\n");
    Files.writeString(
        Files.createDirectories(folder.resolve("login"))
            .resolve(hash("SHA-256", session) + ".json"),
        """
        {"accessToken": {"accessKeyId": "A", "secretAccessKey": "s", "sessionToken": "t",
          "accountId": "123456789012", "expiresAt": "%s"},
         "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4", "refreshToken": "r",
         "idToken": "i", "clientId": "arn:aws:signin:::devtools/same-device", "dpopKey": "%s"}
        """
            .formatted(Instant.EPOCH, ecKey()));
    final String settings = "profile=c;pageSize=" + answered; // of no connection before
    assertThat(message(settings)).contains(cause);
    assertThat(message(settings).endsWith("; run: aws login --profile c")).isEqualTo(helps);
  }

  @Test
  void aRegionThatDoesNotExist() throws Exception {
    aws.set("aws.endpointUrlSts", null)
        .config(
            """
            [profile keys]
            aws_access_key_id = AKIA
            aws_secret_access_key = s
            [profile dev]
            role_arn = arn:aws:iam::123456789012:role/reader
            source_profile = keys
            region = us-est-1
            """);
    assertThat(message("profile=dev"))
        .contains("the host name sts.us-est-1.amazonaws.com is not known")
        .endsWith("did you mean us-east-1 or us-west-1?");
  }

  private static String hash(String algorithm, String text) throws Exception {
    final byte[] digest =
        MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%0" + digest.length * 2 + "x", new BigInteger(1, digest));
  }

  /** As {@code aws login} writes it: version, private value, curve and public point. */
  private static String ecKey() throws Exception {
    final KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(256);
    final KeyPair pair = keys.generateKeyPair();
    final String d = String.format("%064x", ((ECPrivateKey) pair.getPrivate()).getS());
    final byte[] x509 = pair.getPublic().getEncoded();
    final String point = HexFormat.of().formatHex(x509, x509.length - 65, x509.length);
    final byte[] der =
        HexFormat.of()
            .parseHex("30770201010420" + d + "a00a06082a8648ce3d030107a144034200" + point);
    return "-----BEGIN EC PRIVATE KEY-----\\n"
        + Base64.getEncoder().encodeToString(der)
        + "\\n-----END EC PRIVATE KEY-----";
  }
}
