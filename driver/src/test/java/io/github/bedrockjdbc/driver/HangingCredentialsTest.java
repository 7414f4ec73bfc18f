package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
}
