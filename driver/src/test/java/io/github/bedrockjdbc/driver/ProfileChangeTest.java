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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where a profile's requests go: what its file says when a connection is opened counts for it, as
 * for a client of the AWS SDKs.
 */
class ProfileChangeTest {
  @AutoClose private final BedrockEmulator one = Urls.emulatorWith(12);
  @AutoClose private final BedrockEmulator other = Urls.emulatorWith(27);

  @TempDir private Path folder;
  private Map<String, String> properties;

  @BeforeEach
  void start() throws IOException {
    properties =
        Map.of(
            "aws.configFile", folder.resolve("config").toString(),
            "aws.sharedCredentialsFile", folder.resolve("credentials").toString());
    properties.forEach(System::setProperty);
    useKeys("");
    useEndpoint(one);
  }

  @AfterEach
  void stop() {
    properties.keySet().forEach(System::clearProperty);
  }

  @Test
  void whoConnectsAfterAChangeGoesWhereTheFileSays() throws SQLException, IOException {
    try (Connection before = connect()) {
      assertThat(count(before)).containsExactly("12");
      useEndpoint(other);
      try (Connection after = connect()) {
        assertThat(count(after)).containsExactly("27");
        assertThat(count(before)).containsExactly("12");
      }
    }
    try (Connection last = connect()) {
      assertThat(count(last)).containsExactly("27");
    }
  }

  @Test
  void otherCredentialsAreNoReasonForAnotherEngine() throws SQLException, IOException {
    try (Connection before = connect()) {
      assertThat(count(before)).containsExactly("12");
      useKeys("# renewed\n");
      try (Connection after = connect()) {
        assertThat(after.unwrap(BedrockConnection.class).database())
            .isSameAs(before.unwrap(BedrockConnection.class).database());
        assertThat(count(after)).containsExactly("12");
      }
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:bedrock:profile=p");
  }

  private static List<String> count(Connection connection) throws SQLException {
    return Answered.to(connection, "SELECT COUNT(*) FROM jobs").rows();
  }

  private void useEndpoint(BedrockEmulator emulator) throws IOException {
    final String line = "endpoint_url = " + emulator.endpoint();
    Files.writeString(
        folder.resolve("config"),
        // of another size, as clocks of files are coarse
        "[profile p]\nregion = us-east-1\n" + line + "\n#" + "#".repeat(emulator.jobs().size()));
  }

  private void useKeys(String more) throws IOException {
    Files.writeString(
        folder.resolve("credentials"),
        more
            + "[p]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                .formatted(
                    BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY));
  }
}
