package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two regions and two accounts, and profiles with the credentials of each. */
abstract class SourcesFixture {
  static final String EAST = "us-east-1";
  static final String WEST = "eu-west-1";
  static final String OTHER_ACCOUNT = "210987654321";
  private static final String OTHER_KEY = "AKIAOTHERACCOUNT0000";
  private static final String OTHER_SECRET = "the/other+secret";
  static final String ALL = "SELECT job_arn, region, account_id FROM jobs";

  @TempDir private Path folder;
  BedrockEmulator emulator;
  private Map<String, String> properties;

  @BeforeEach
  void start() throws IOException {
    emulator =
        BedrockEmulator.builder()
            .region(EAST, WEST)
            .credentials(OTHER_KEY, OTHER_SECRET, OTHER_ACCOUNT)
            .jobs(JobFixture.of(40, 1))
            .jobs(JobFixture.of(30, 2).in(WEST, BedrockEmulator.DEMO_ACCOUNT))
            .jobs(JobFixture.of(20, 3).in(EAST, OTHER_ACCOUNT))
            .jobs(JobFixture.of(10, 4).in(WEST, OTHER_ACCOUNT))
            .start();
    final Path file = folder.resolve("config");
    Files.writeString(
        file,
        """
        [profile one]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        [profile again]
        aws_access_key_id = %1$s
        aws_secret_access_key = %2$s
        [profile other]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        [profile wrong]
        aws_access_key_id = AKIANOBODY
        aws_secret_access_key = x
        """
            .formatted(
                BedrockEmulator.DEMO_ACCESS_KEY_ID,
                BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
                OTHER_KEY,
                OTHER_SECRET));
    properties =
        Map.of(
            "aws.configFile", file.toString(),
            "aws.sharedCredentialsFile", folder.resolve("none").toString());
    properties.forEach(System::setProperty);
  }

  @AfterEach
  void stop() {
    properties.keySet().forEach(System::clearProperty);
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  final Connection connect(String settings) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:endpoint=" + emulator.endpoint() + ";" + settings);
  }

  final List<String> arns(Predicate<Job> predicate) {
    return emulator.jobs().stream().filter(predicate).map(Job::jobArn).toList();
  }

  final List<String> regionsAsked() {
    final List<String> regions =
        emulator.log().requests().stream().map(RecordedRequest::region).toList();
    emulator.log().clear();
    return regions;
  }

  static boolean isDemo(Job job) {
    return job.jobArn().contains(":" + BedrockEmulator.DEMO_ACCOUNT + ":");
  }
}
