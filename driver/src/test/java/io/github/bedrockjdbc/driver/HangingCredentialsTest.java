package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.bedrockjdbc.adapter.api.Daemons;
import io.github.bedrockjdbc.driver.database.Databases;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.AwsSetup;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever gives credentials may never answer: a query ends all the same when it is to, and nobody
 * else waits. Without that each of these would take minutes.
 */
@Timeout(30)
class HangingCredentialsTest {
  private static final String ALL = "SELECT job_arn FROM jobs";

  @TempDir private Path folder;
  private final Silence silence = new Silence();
  private BedrockEmulator emulator;
  private AwsSetup aws;

  @BeforeEach
  void start() throws IOException {
    emulator = Urls.emulatorWith(3);
    aws =
        new AwsSetup(folder)
            .set("aws.endpointUrlSts", silence.url())
            .set("aws.endpointUrlSso", silence.url())
            .set("aws.ec2MetadataServiceEndpoint", silence.url())
            .config(
                """
                [profile role]
                role_arn = arn:aws:iam::123456789012:role/reader
                source_profile = keys
                [profile keys]
                aws_access_key_id = AKIA
                aws_secret_access_key = s
                [profile process]
                credential_process = sleep 40
                [profile instance]
                role_arn = arn:aws:iam::123456789012:role/reader
                credential_source = Ec2InstanceMetadata
                """);
  }

  @AfterEach
  void stop() {
    aws.close();
    silence.close();
    emulator.close();
  }

  private Connection connect(String more) throws SQLException {
    return DriverManager.getConnection("jdbc:bedrock:endpoint=" + emulator.endpoint() + ";" + more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "region=us-east-1;profile=role",
        "region=us-east-1;profile=process",
        "region=us-east-1;roleArn=arn:aws:iam::123456789012:role/reader;user=AKIA;password=s",
      })
  void aTimeLimitEndsTheQuery(String account) throws SQLException {
    try (Connection connection = connect(account);
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThat(Failures.stateOf(() -> statement.executeQuery(ALL).next())).isEqualTo("HYT00");
    }
    assertThat(emulator.log().requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"region=us-east-1;profile=role", "user=AKIA;password=s"})
  void cancelEndsTheQuery(String account) throws Exception {
    aws.set("aws.disableEc2Metadata", null); // the second has no region but that of its instance
    try (Connection connection = connect(account);
        Statement statement = connection.createStatement()) {
      final CompletableFuture<String> state =
          CompletableFuture.supplyAsync(
              () -> Failures.stateOf(() -> statement.executeQuery(ALL).next()));
      silence.awaitCaller();
      statement.cancel();
      assertThat(state.get(1, TimeUnit.SECONDS)).isEqualTo("57014");
    }
  }

  @Test
  void theNextQueryJoinsTheLookUpThatGoesOn() throws SQLException {
    try (Connection connection = connect("region=us-east-1;profile=role");
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      for (int i = 0; i < 3; i++) {
        assertThat(Failures.stateOf(() -> statement.executeQuery(ALL).next())).isEqualTo("HYT00");
      }
    }
    assertThat(silence.accepted()).isOne();
  }

  @Test
  void aCommandThatHangsEndsWithTheConnections() throws Exception {
    final List<Runnable> later = new ArrayList<>();
    final BedrockDriver driver = new BedrockDriver(new Databases(later::add));
    final List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    try (Connection connection =
            driver.connect(
                "jdbc:bedrock:region=us-east-1;profile=process;endpoint=" + emulator.endpoint(),
                null);
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThat(Failures.stateOf(() -> statement.executeQuery(ALL).next())).isEqualTo("HYT00");
    }
    final List<ProcessHandle> commands =
        ProcessHandle.current().descendants().filter(each -> !before.contains(each)).toList();
    assertThat(commands).isNotEmpty();
    later.forEach(Runnable::run);
    for (final ProcessHandle each : commands) {
      each.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void nobodyElseWaits() throws Exception {
    final List<Runnable> later = new ArrayList<>();
    final BedrockDriver driver = new BedrockDriver(new Databases(later::add));
    final Connection hanging =
        driver.connect(
            "jdbc:bedrock:region=us-east-1;profile=role;endpoint=" + emulator.endpoint(), null);
    final CompletableFuture<String> query =
        CompletableFuture.supplyAsync(() -> Failures.stateOf(() -> Answered.to(hanging, ALL)));
    silence.awaitCaller();
    hanging.close();
    assertThat(query.get(1, TimeUnit.SECONDS)).isIn("57014", "08003");
    final CompletableFuture<Void> end =
        CompletableFuture.runAsync(() -> later.forEach(Runnable::run));
    final CompletableFuture<Integer> rows =
        CompletableFuture.supplyAsync(
            () -> {
              try (Connection other = driver.connect(Urls.of(emulator), null)) {
                return Answered.to(other, ALL).rows().size();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(rows.get(10, TimeUnit.SECONDS)).isEqualTo(3);
    end.get(5, TimeUnit.SECONDS);
  }

  /** The SDK renews at the latest a minute before the end. */
  @Test
  void aRenewalThatHangsIsNotWaitedForWhileTheOldAreGood() throws Exception {
    final AtomicInteger asked = new AtomicInteger();
    final CountDownLatch over = new CountDownLatch(1);
    final HttpServer sts =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sts.setExecutor(Executors.newCachedThreadPool(new Daemons("sts")));
    sts.createContext(
        "/",
        exchange -> {
          if (asked.incrementAndGet() > 1) {
            await(over);
          }
          final byte[] answer =
              """
              <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>%s</AccessKeyId>
              <SecretAccessKey>%s</SecretAccessKey><SessionToken>t</SessionToken>
              <Expiration>%s</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
              """
                  .formatted(
                      BedrockEmulator.DEMO_ACCESS_KEY_ID,
                      BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
                      Instant.now().plusSeconds(63))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    sts.start();
    aws.set("aws.endpointUrlSts", "http://127.0.0.1:" + sts.getAddress().getPort());
    try (BedrockEmulator known =
            BedrockEmulator.builder()
                .sessionCredentials(
                    BedrockEmulator.DEMO_ACCESS_KEY_ID,
                    BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
                    "t",
                    BedrockEmulator.DEMO_ACCOUNT)
                .jobs(JobFixture.of(3, 1))
                .start();
        Connection connection =
            DriverManager.getConnection(
                "jdbc:bedrock:region=us-east-1;profile=role;endpoint=" + known.endpoint())) {
      while (asked.get() < 2) {
        assertThat(Answered.to(connection, ALL).rows()).hasSize(3);
      }
      assertThat(Answered.to(connection, ALL).rows()).hasSize(3);
      assertThat(asked).hasValue(2);
    } finally {
      over.countDown();
      sts.stop(0);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
