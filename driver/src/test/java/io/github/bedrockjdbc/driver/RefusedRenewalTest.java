package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.AwsServices;
import io.github.bedrockjdbc.driver.testing.AwsSetup;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials that the service calls expired, from a source that has no others. */
class RefusedRenewalTest {
  private static final int QUERIES = 30;

  @TempDir private Path folder;

  @Test
  void nothingStaysBehindForEachQuery() throws SQLException, IOException {
    try (AwsServices services = new AwsServices();
        AwsSetup aws = new AwsSetup(folder);
        BedrockEmulator emulator =
            BedrockEmulator.builder()
                .sessionCredentials(
                    AwsServices.key("reader"),
                    AwsServices.SECRET,
                    AwsServices.TOKEN,
                    BedrockEmulator.DEMO_ACCOUNT)
                .start()) {
      aws.set("aws.endpointUrlSts", services.endpoint())
          .config(
              """
              [profile keys]
              aws_access_key_id = AKIA
              aws_secret_access_key = s
              """);
      emulator.behave(
          emulator.behavior().with(Knob.EXPIRED_KEYS, Set.of(AwsServices.key("reader"))));
      try (Connection connection =
          DriverManager.getConnection(
              "jdbc:bedrock:region=us-east-1;profile=keys;maxAttempts=1"
                  + ";roleArn=arn:aws:iam::123456789012:role/reader;endpoint="
                  + emulator.endpoint())) {
        final int before =
            Answered.failureOf(connection, "SELECT job_arn FROM jobs") == null ? 0 : threads();
        for (int i = 0; i < QUERIES; i++) {
          assertThat(Answered.failureOf(connection, "SELECT job_arn FROM jobs").getSQLState())
              .isEqualTo("28000");
        }
        assertThat(threads()).isLessThan(before + 5);
      }
      assertThat(services.calls()).hasSizeLessThan(QUERIES / 2);
    }
  }

  private static int threads() {
    return Thread.getAllStackTraces().size();
  }
}
