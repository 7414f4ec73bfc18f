package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.AwsServices;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.EmulatorBuilder;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.RateLimit;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles as accounts, credentials that end during a query, and a service that throttles. */
class AccountsTest {
  private static final String OTHER_ACCOUNT = "210987654321";
  private static final String READER = "arn:aws:iam::123456789012:role/reader";
  private static final String AUDITOR = "arn:aws:iam::" + OTHER_ACCOUNT + ":role/auditor";
  private static final String ALL = "SELECT job_arn FROM jobs";

  @TempDir private Path folder;
  private AwsServices aws;
  private Map<String, String> properties;

  @BeforeEach
  void start() throws IOException {
    aws = new AwsServices();
    final Path config = folder.resolve("config");
    Files.writeString(
        config,
        """
        [profile keys]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        [profile process]
        credential_process = cat %s
        """
            .formatted(
                BedrockEmulator.DEMO_ACCESS_KEY_ID,
                BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
                folder.resolve("credentials.json")));
    properties =
        Map.of(
            "aws.configFile", config.toString(),
            "aws.sharedCredentialsFile", folder.resolve("none").toString(),
            "aws.endpointUrlSts", aws.endpoint());
    properties.forEach(System::setProperty);
  }

  @AfterEach
  void stop() {
    properties.keySet().forEach(System::clearProperty);
    aws.close();
  }

  private static Connection connect(BedrockEmulator emulator, String settings) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:endpoint=" + emulator.endpoint() + ";" + settings);
  }

  private static List<String> keys(BedrockEmulator emulator) {
    return emulator.log().requests().stream().map(RecordedRequest::accessKeyId).toList();
  }

  @Test
  void eachRoleIsAnAccountThatIsKnownBeforeItIsAsked() throws SQLException {
    try (BedrockEmulator emulator =
            roles(BedrockEmulator.builder())
                .jobs(JobFixture.of(12, 1))
                .jobs(JobFixture.of(7, 2).in(BedrockEmulator.DEMO_REGION, OTHER_ACCOUNT))
                .start();
        Connection connection =
            connect(emulator, "profile=keys;region=us-east-1;roleArn=" + READER + ", " + AUDITOR)) {
      final String ofOther = ALL + " WHERE account_id = '" + OTHER_ACCOUNT + "'";
      assertThat(Answered.to(connection, ofOther).rows()).hasSize(7);
      assertThat(keys(emulator)).containsExactly(AwsServices.key("auditor"));
      assertThat(Answered.to(connection, ALL).rows())
          .containsExactlyInAnyOrderElementsOf(emulator.jobs().stream().map(Job::jobArn).toList());
      assertThat(
              Answered.to(
                      connection,
                      "SELECT account_name || ' ' || account_id FROM sources ORDER BY account_id")
                  .rows())
          .containsExactly(
              "role " + READER + " 123456789012", "role " + AUDITOR + " " + OTHER_ACCOUNT);
    }
  }

  @Test
  void listsAreAskedForInTheNameOfAccountsThatMayHaveWhatIsWanted() throws SQLException {
    final String ofOther = " WHERE account_id IN ('" + OTHER_ACCOUNT + "', '000000000000')";
    final String profiles = "SELECT inference_profile_arn FROM inference_profiles";
    final String writer = READER.replace("reader", "writer");
    try (BedrockEmulator emulator =
            roles(BedrockEmulator.builder())
                .sessionCredentials(
                    AwsServices.key("writer"),
                    AwsServices.SECRET,
                    AwsServices.TOKEN,
                    BedrockEmulator.DEMO_ACCOUNT)
                .start();
        Connection connection =
            connect(
                emulator,
                "profile=keys;region=us-east-1;roleArn=" + READER + "," + writer + "," + AUDITOR)) {
      final List<String> all = Answered.to(connection, profiles).rows();
      assertThat(all).doesNotHaveDuplicates();
      emulator.log().clear();
      assertThat(Answered.to(connection, profiles + ofOther).rows())
          .isNotEmpty()
          .isEqualTo(all.stream().filter(arn -> arn.contains(OTHER_ACCOUNT)).toList());
      assertThat(keys(emulator)).containsOnly(AwsServices.key("auditor"));
      emulator.log().clear();
      assertThat(Answered.to(connection, profiles + ofOther + " OR type = 'APPLICATION'").rows())
          .hasSameElementsAs(
              all.stream()
                  .filter(arn -> arn.contains(OTHER_ACCOUNT) || arn.contains(":application-"))
                  .toList());
      emulator.log().clear();
      assertThat(Answered.to(connection, "SELECT model_arn FROM models").rows()).isNotEmpty();
      assertThat(keys(emulator)).as("every account has the same models").hasSize(1);
    }
  }

  @Test
  void credentialsThatEndDuringAWalkAreReplaced() throws SQLException, IOException {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .sessionCredentials("ASIAFIRST", "a", "b", BedrockEmulator.DEMO_ACCOUNT)
                .sessionCredentials("ASIASECOND", "c", "d", BedrockEmulator.DEMO_ACCOUNT)
                .jobs(JobFixture.of(50, 1))
                .start();
        Connection connection =
            connect(emulator, "profile=process;region=us-east-1;pageSize=10;parallelism=1");
        Statement statement = connection.createStatement()) {
      writeCredentials("ASIAFIRST", "a", "b");
      final Set<String> read = new HashSet<>();
      try (ResultSet jobs = statement.executeQuery(ALL)) {
        assertThat(jobs.next()).isTrue();
        read.add(jobs.getString(1));
        writeCredentials("ASIASECOND", "c", "d");
        emulator.behave(emulator.behavior().with(Knob.EXPIRED_KEYS, Set.of("ASIAFIRST")));
        while (jobs.next()) {
          assertThat(read.add(jobs.getString(1))).isTrue();
        }
      }
      assertThat(read).hasSize(50);
      assertThat(keys(emulator)).contains("ASIAFIRST", "ASIASECOND").hasSizeLessThanOrEqualTo(6);
    }
  }

  private void writeCredentials(String id, String secret, String token) throws IOException {
    Files.writeString(
        folder.resolve("credentials.json"),
        """
        {"Version": 1, "AccessKeyId": "%s", "SecretAccessKey": "%s", "SessionToken": "%s",
         "Expiration": "%s"}
        """
            .formatted(id, secret, token, AwsServices.inAnHour()));
  }

  @Test
  void regionsAndAccountsThatThrottleGiveEveryRowWithFewRequestsMore() {
    final CompletableFuture<Void> regions =
        CompletableFuture.runAsync(
            () ->
                checkThrottled(
                    List.of(BedrockEmulator.DEMO_ACCOUNT),
                    List.of("us-east-1", "eu-west-1", "ap-south-1"),
                    ""));
    checkThrottled(
        List.of(BedrockEmulator.DEMO_ACCOUNT, OTHER_ACCOUNT),
        List.of("us-east-1"),
        ";roleArn=" + READER + "," + AUDITOR);
    regions.join();
  }

  private static void checkThrottled(List<String> accounts, List<String> regions, String roles) {
    final int pages = 8;
    final EmulatorBuilder builder =
        roles(BedrockEmulator.builder())
            .region("us-east-1", "eu-west-1", "ap-south-1")
            .behavior(
                Behavior.standard()
                    .with(Knob.RATE_LIMIT, Optional.of(new RateLimit(5, 5, OptionalInt.empty()))));
    int sources = 0;
    for (String account : accounts) {
      for (String region : regions) {
        builder.jobs(JobFixture.of(pages * 5, sources++).in(region, account));
      }
    }
    try (BedrockEmulator emulator = builder.start();
        Connection connection =
            connect(
                emulator,
                "profile=keys;region="
                    + String.join(",", regions)
                    + roles
                    + ";pageSize=5;maxAttempts=20")) {
      assertThat(Answered.to(connection, ALL + " ORDER BY submit_time, job_arn").rows())
          .containsExactlyElementsOf(
              emulator.jobs().stream()
                  .sorted(Comparator.comparing(Job::submitTime).thenComparing(Job::jobArn))
                  .map(Job::jobArn)
                  .toList());
      assertThat(emulator.log().requests())
          .hasSizeBetween(sources * pages, (sources * pages + sources) * 15 / 10);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static EmulatorBuilder roles(EmulatorBuilder builder) {
    return builder
        .sessionCredentials(
            AwsServices.key("reader"),
            AwsServices.SECRET,
            AwsServices.TOKEN,
            BedrockEmulator.DEMO_ACCOUNT)
        .sessionCredentials(
            AwsServices.key("auditor"), AwsServices.SECRET, AwsServices.TOKEN, OTHER_ACCOUNT);
  }
}
