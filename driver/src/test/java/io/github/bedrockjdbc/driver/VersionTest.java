package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever is asked for the version tells the one of the POM. */
class VersionTest {
  private static String ofThePom() throws Exception {
    final Matcher version =
        Pattern.compile("<artifactId>bedrock-jobs-jdbc-parent</artifactId>\\s*<version>(.*)<")
            .matcher(Files.readString(Path.of(System.getProperty("project.root"), "pom.xml")));
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  @Test
  void driverMetadataRequestsAndSessionTellTheVersionOfThePom() throws Exception {
    final String version = ofThePom();
    final String userAgent =
        "bedrock-jobs-jdbc/" + version + " java/" + Runtime.version().feature();
    final Driver driver = DriverManager.getDriver("jdbc:bedrock:");
    assertThat(driver).hasToString("BedrockDriver " + version);
    assertThat(version).startsWith(driver.getMajorVersion() + "." + driver.getMinorVersion() + ".");
    try (BedrockEmulator emulator = Urls.emulatorWith(1);
        Connection connection = DriverManager.getConnection(Urls.of(emulator))) {
      final DatabaseMetaData metaData = connection.getMetaData();
      assertThat(metaData.getDriverVersion()).isEqualTo(version);
      assertThat(metaData.getDatabaseProductVersion()).isEqualTo(version);
      assertThat(metaData.getDriverMajorVersion()).isEqualTo(driver.getMajorVersion());
      assertThat(metaData.getDriverMinorVersion()).isEqualTo(driver.getMinorVersion());
      assertThat(metaData.getDatabaseMajorVersion()).isEqualTo(driver.getMajorVersion());
      assertThat(metaData.getDatabaseMinorVersion()).isEqualTo(driver.getMinorVersion());
      assertThat(
              Answered.to(connection, "SELECT setting FROM session WHERE name = 'userAgent'")
                  .rows()
                  .toString())
          .contains(userAgent);
      Answered.to(connection, "SELECT * FROM jobs");
      assertThat(emulator.log().requests())
          .isNotEmpty()
          .allSatisfy(
              request -> assertThat(request.headers()).containsEntry("user-agent", userAgent));
    }
  }
}
