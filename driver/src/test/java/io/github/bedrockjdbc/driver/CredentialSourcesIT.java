package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.driver.testing.AwsServices.SECRET;
import static io.github.bedrockjdbc.driver.testing.AwsServices.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.AwsServices;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.EmulatorBuilder;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every source of credentials, in a JVM with nothing but the jar that a SQL client gets and with no
 * other environment than what is said here.
 */
class CredentialSourcesIT {
  private static final Path JAR = Path.of(System.getProperty("all.jar"));
  private static final String ROLE = "arn:aws:iam::123456789012:role/";
  private static final String LOGIN = "arn:aws:iam::123456789012:user/console";

  @TempDir private Path home;
  private BedrockEmulator emulator;
  private final AwsServices aws = new AwsServices();

  @BeforeEach
  void start() throws IOException {
    final EmulatorBuilder builder = BedrockEmulator.builder().jobs(JobFixture.of(3, 7));
    builder.credentials("AKIAKEYS", SECRET).apiKey("bedrock-api-key-abc");
    Stream.of(
            "PROCESS",
            "READER",
            "CHAINED",
            "WEB",
            "NAMED",
            "SSOGOOD",
            "SSORENEWED",
            "LOGIN",
            "CONTAINER",
            "INSTANCE")
        .forEach(
            name ->
                builder.sessionCredentials(
                    "ASIA" + name, SECRET, TOKEN, BedrockEmulator.DEMO_ACCOUNT));
    emulator = builder.start();
    Files.createDirectories(home.resolve("probe/io/github/bedrockjdbc/driver"));
    final String probe = "io/github/bedrockjdbc/driver/CredentialProbe.class";
    try (InputStream code = CredentialSourcesIT.class.getResourceAsStream("/" + probe)) {
      Files.write(home.resolve("probe").resolve(probe), code.readAllBytes());
    }
  }

  @AfterEach
  void stop() {
    emulator.close();
    aws.close();
  }

  @Test
  void profilesOfEverySort() throws Exception {
    writeFiles();
    final List<String> profiles =
        List.of("keys", "process", "role", "chain", "web", "named", "sso", "legacy", "login");
    final List<String> lines =
        run(
            Map.of("AWS_ACCESS_KEY_ID", "AKIAKEYS", "AWS_SECRET_ACCESS_KEY", SECRET),
            profiles.stream().map(name -> url("profile=" + name)).toArray(String[]::new));

    assertThat(lines).containsOnly("1 row").hasSize(profiles.size());
    assertThat(keysSeen())
        .containsExactly(
            "AKIAKEYS",
            "ASIAPROCESS",
            "ASIAREADER",
            "ASIACHAINED",
            "ASIAWEB",
            "ASIANAMED",
            "ASIASSORENEWED",
            "ASIASSOGOOD",
            "ASIALOGIN");
    assertThat(aws.calls())
        .containsExactly(
            "AssumeRole reader by AKIAKEYS eu-west-1 sts external id ext-1 token null",
            "AssumeRole reader by AKIAKEYS eu-west-1 sts external id ext-1 token null",
            "AssumeRole chained by ASIAREADER us-east-1 sts external id null token null",
            "AssumeRoleWithWebIdentity web by null external id null token web-token",
            "AssumeRole named by AKIAKEYS us-east-1 sts external id null token null",
            "renew log-in",
            "sso renewed",
            "sso good");
  }

  @Test
  void whatIsWrongWithAProfileIsSaid() throws Exception {
    writeFiles();
    final List<String> lines =
        run(
            Map.of(),
            url("profile=rolle"),
            url("profile=mfa"),
            url("profile=revoked"),
            url("profile=keys;roleArn=" + ROLE + "refused"),
            url("profile=unavailable"));

    assertThat(lines.get(0))
        .startsWith(
            "08001 There is no AWS profile 'rolle'; there are: chain, keys, legacy, login,");
    assertThat(lines.get(1)).startsWith("08001 AWS profile 'mfa' asks for a one-time password");
    assertThat(lines.get(2))
        .startsWith("28000 profile 'revoked' (single sign-on, role reader) gave no credentials: ")
        .contains("; run: aws sso login --profile revoked");
    assertThat(lines.get(3))
        .startsWith("28000 profile 'keys' (keys), assumed role " + ROLE + "refused gave no")
        .contains("is not authorized to perform: sts:AssumeRole on resource: " + ROLE + "refused");
    assertThat(lines.get(4))
        .isEqualTo(
            "28000 profile 'unavailable' (single sign-on, role reader) gave no credentials:"
                + " it answered HTTP 503, try again later");
    assertThat(emulator.log().requests()).isEmpty();
  }

  @Test
  void environment() throws Exception {
    final Map<String, String> keys =
        Map.of("AWS_ACCESS_KEY_ID", "AKIAKEYS", "AWS_SECRET_ACCESS_KEY", SECRET);
    assertThat(run(keys, url("fips=false"), url("roleArn=" + ROLE + "reader;externalId=e-2")))
        .containsOnly("1 row");
    assertThat(run(Map.of("AWS_BEARER_TOKEN_BEDROCK", "bedrock-api-key-abc"), url("fips=false")))
        .containsOnly("1 row");
    assertThat(keysSeen()).startsWith("AKIAKEYS", "ASIAREADER");
    assertThat(aws.calls())
        .containsExactly("AssumeRole reader by AKIAKEYS us-east-1 sts external id e-2 token null");
  }

  @Test
  void webIdentityContainerAndInstance() throws Exception {
    Files.writeString(home.resolve("token"), "web-token");
    assertThat(
            run(
                Map.of(
                    "AWS_WEB_IDENTITY_TOKEN_FILE",
                    home.resolve("token").toString(),
                    "AWS_ROLE_ARN",
                    ROLE + "web"),
                url("fips=false")))
        .containsOnly("1 row");
    assertThat(
            run(
                Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.endpoint() + "/container"),
                url("fips=false")))
        .containsOnly("1 row");
    assertThat(run(Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.endpoint()), url("fips=false")))
        .containsOnly("1 row");
    assertThat(keysSeen()).containsExactly("ASIAWEB", "ASIACONTAINER", "ASIAINSTANCE");
  }

  /** Java leaves Basic out of what it sends to open a tunnel, unless told otherwise. */
  @Test
  void aProxysPasswordIsSentToOpenATunnel() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      final CompletableFuture<List<String>> asked =
          CompletableFuture.supplyAsync(() -> refusedTunnel(proxy));
      final List<String> lines =
          run(
              Map.of("HTTPS_PROXY", "http://me:TheCanarySings@127.0.0.1:" + proxy.getLocalPort()),
              "jdbc:bedrock:region=us-east-1;endpoint=https://bedrock.test;maxAttempts=1;"
                  + "user=AKIAKEYS;password="
                  + SECRET);
      final String basic =
          Base64.getEncoder().encodeToString("me:TheCanarySings".getBytes(StandardCharsets.UTF_8));
      assertThat(asked.get(1, TimeUnit.MINUTES))
          .contains("CONNECT bedrock.test:443 HTTP/1.1", "Proxy-Authorization: Basic " + basic)
          .noneMatch(line -> line.startsWith("Authorization"));
      assertThat(lines.get(0)).startsWith("08");
    }
  }

  private static List<String> refusedTunnel(ServerSocket proxy) {
    try (Socket client = proxy.accept()) {
      final BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      final List<String> head = new ArrayList<>();
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        head.add(line);
      }
      client
          .getOutputStream()
          .write("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      return head;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> keysSeen() {
    return emulator.log().requests().stream().map(RecordedRequest::accessKeyId).toList();
  }

  private String url(String more) {
    return emulator.jdbcUrl() + ";" + more;
  }

  private void writeFiles() throws IOException, GeneralSecurityException {
    final Path folder = Files.createDirectories(home.resolve(".aws/sso/cache"));
    Files.writeString(home.resolve("token"), "web-token");
    Files.writeString(
        home.resolve("process.json"),
        """
        {"Version": 1, "AccessKeyId": "ASIAPROCESS", "SecretAccessKey": "%s", "SessionToken": "%s"}
        """
            .formatted(SECRET, TOKEN));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile keys]
        aws_access_key_id = AKIAKEYS
        aws_secret_access_key = SECRET
        [profile process]
        credential_process = cat HOME/process.json
        [profile role]
        role_arn = ROLE/reader
        source_profile = keys
        external_id = ext-1
        region = eu-west-1
        [profile chain]
        role_arn = ROLE/chained
        source_profile = role
        region = us-east-1
        [profile web]
        role_arn = ROLE/web
        web_identity_token_file = HOME/token
        region = us-east-1
        [profile named]
        role_arn = ROLE/named
        credential_source = Environment
        region = us-east-1
        [profile mfa]
        role_arn = ROLE/reader
        source_profile = keys
        mfa_serial = arn:aws:iam::123456789012:mfa/me
        [sso-session corp]
        sso_region = us-east-1
        sso_start_url = https://corp.awsapps.com/start
        [profile sso]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = reader
        [profile legacy]
        sso_region = us-east-1
        sso_start_url = https://legacy.awsapps.com/start
        sso_account_id = 123456789012
        sso_role_name = reader
        [profile revoked]
        sso_region = us-east-1
        sso_start_url = https://revoked.awsapps.com/start
        sso_account_id = 123456789012
        sso_role_name = reader
        [profile unavailable]
        sso_region = us-east-1
        sso_start_url = https://unavailable.awsapps.com/start
        sso_account_id = 123456789012
        sso_role_name = reader
        [profile login]
        login_session = LOGIN
        region = us-east-1
        """
            .replace("SECRET", SECRET)
            .replace("HOME", home.toString())
            .replace("ROLE/", ROLE)
            .replace("LOGIN", LOGIN));
    Files.writeString(
        folder.resolve(hash("SHA-1", "corp") + ".json"),
        """
        {"accessToken": "old", "expiresAt": "2020-01-01T00:00:00Z", "refreshToken": "r",
         "clientId": "c", "clientSecret": "s", "registrationExpiresAt": "2099-01-01T00:00:00Z",
         "region": "us-east-1", "startUrl": "https://corp.awsapps.com/start"}
        """);
    for (final String token :
        List.of("legacy good", "revoked revoked", "unavailable unavailable")) {
      final String start = "https://" + token.split(" ", -1)[0] + ".awsapps.com/start";
      Files.writeString(
          folder.resolve(hash("SHA-1", start) + ".json"),
          """
          {"accessToken": "%s", "expiresAt": "%s", "region": "us-east-1", "startUrl": "%s"}
          """
              .formatted(token.split(" ", -1)[1], AwsServices.inAnHour(), start));
    }
    final Path logins = Files.createDirectories(home.resolve(".aws/login/cache"));
    Files.writeString(
        logins.resolve(hash("SHA-256", LOGIN) + ".json"),
        """
        {"accessToken": {"accessKeyId": "ASIALOGIN", "secretAccessKey": "%s", "sessionToken": "%s",
          "accountId": "123456789012", "expiresAt": "%s"},
         "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4", "refreshToken": "r",
         "idToken": "i", "clientId": "arn:aws:signin:::devtools/same-device", "dpopKey": "%s"}
        """
            .formatted(SECRET, TOKEN, AwsServices.inAnHour(), ecKey()));
  }

  private static String ecKey() throws GeneralSecurityException {
    final KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(256);
    return "-----BEGIN PRIVATE KEY-----\\n"
        + Base64.getEncoder().encodeToString(keys.generateKeyPair().getPrivate().getEncoded())
        + "\\n-----END PRIVATE KEY-----";
  }

  private static String hash(String algorithm, String text) throws GeneralSecurityException {
    final byte[] digest =
        MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%0" + digest.length * 2 + "x", new BigInteger(1, digest));
  }

  /** A line for each URL; nothing may be on stderr, and no secret anywhere. */
  private List<String> run(Map<String, String> environment, String... urls) throws Exception {
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(AllJar.QUICK);
    command.addAll(List.of("-cp", JAR + File.pathSeparator + home.resolve("probe")));
    command.add(CredentialProbe.class.getName());
    command.addAll(List.of(urls));
    final File out = home.resolve("out").toFile();
    final File err = home.resolve("err").toFile();
    final ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out).redirectError(err);
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("AWS_ENDPOINT_URL", aws.endpoint());
    builder.environment().put("AWS_REGION", "us-east-1");
    builder.environment().putAll(environment);
    final Process process = builder.start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(err.toPath())).isEmpty();
    assertThat(Files.readString(out.toPath())).doesNotContain("CanarySings");
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(out.toPath());
  }
}
