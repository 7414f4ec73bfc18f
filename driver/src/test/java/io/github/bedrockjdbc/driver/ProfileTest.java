package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile that is named beats what the process was given otherwise. */
class ProfileTest {
  @TempDir private Path folder;
  private Map<String, String> properties;

  @BeforeEach
  void configure() throws IOException {
    final Path file = folder.resolve("config");
    Files.writeString(
        file,
        """
        [profile demo]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        [profile odd]
        aws_access_key_id = X
        aws_secret_access_key = TheCanarySings
        aws_session_token = TheCanarySings\u20ac
        """
            .formatted(BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY));
    properties =
        Map.of(
            "aws.configFile",
            file.toString(),
            "aws.sharedCredentialsFile",
            folder.resolve("none").toString(),
            "aws.accessKeyId",
            "AKIOTHER",
            "aws.secretAccessKey",
            "other");
    properties.forEach(System::setProperty);
  }

  @AfterEach
  void restore() {
    properties.keySet().forEach(System::clearProperty);
  }

  private static Connection connect(BedrockEmulator emulator, String more) throws SQLException {
    return DriverManager.getConnection(emulator.jdbcUrl() + ";" + more);
  }

  @Test
  void profileBeatsKeysOfTheProcess() throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(3);
        Connection named = connect(emulator, "profile=demo");
        Connection unnamed = connect(emulator, "")) {
      assertThat(Answered.to(named, "SELECT job_arn FROM jobs").rows()).hasSize(3);
      assertThat(Answered.failureOf(unnamed, "SELECT job_arn FROM jobs").getSQLState())
          .isEqualTo("28000");
    }
  }

  @Test
  void userBeatsTheProfile() throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(3);
        Connection connection = connect(emulator, "profile=demo;user=U;password=p")) {
      assertThat(Answered.failureOf(connection, "SELECT job_arn FROM jobs").getMessage())
          .contains("UnrecognizedClientException");
    }
  }

  @Test
  void secretThatCannotBeSentIsNotQuoted() throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(3);
        Connection connection = connect(emulator, "profile=odd")) {
      final SQLException failure = Answered.failureOf(connection, "SELECT job_arn FROM jobs");
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat((Throwable) failure).hasStackTraceContaining("cannot be sent");
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        assertThat(cause.toString()).doesNotContain("CanarySings");
      }
      assertThat(emulator.log().requests()).isEmpty();
    }
  }
}
