package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derby's prompt ij, given a script. */
class DerbyIjIT {
  private static final String SCRIPT =
      """
      driver 'io.github.bedrockjdbc.driver.BedrockDriver';
      connect '%s' user '%s' password '%s';
      show schemas;
      show tables;
      describe bedrock.jobs;
      select count(*) as n from jobs where status = 'Failed';
      autocommit off;
      prepare newest as 'select job_id from jobs where status = ? order by submit_time desc limit 2';
      execute newest using 'values ''Failed''';
      commit;
      get scroll insensitive cursor c as 'select status, count(*) as n from jobs group by status order by n desc';
      last c;
      first c;
      close c;
      exit;
      """;

  @TempDir private Path folder;

  @Test
  void runsItsCommandsWithoutComplaint() throws Exception {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final Path script =
          Files.writeString(
              folder.resolve("script.sql"),
              SCRIPT.formatted(
                  emulator.jdbcUrl(),
                  BedrockEmulator.DEMO_ACCESS_KEY_ID,
                  BedrockEmulator.DEMO_SECRET_ACCESS_KEY));
      final Program ij =
          Program.run(
              folder,
              List.of("derbytools", "derbyshared"),
              List.of(
                  "-Dij.maximumDisplayWidth=40",
                  "-Dderby.stream.error.file=" + folder.resolve("derby.log"),
                  "org.apache.derby.tools.ij",
                  script.toString()));

      assertThat(ij.status()).as(ij.errors()).isZero();
      assertThat(ij.out()).doesNotContain("ERROR", "Exception", "WARNING");
      assertThat(ij.out().lines().map(String::strip))
          .contains("bedrock", "272")
          .anyMatch(line -> line.matches("bedrock +\\|jobs +\\|.*"))
          .anyMatch(line -> line.matches("submit_time +\\|TIMESTAMP.*"))
          .anyMatch(line -> line.matches("Completed +\\|1351"));
      assertThat(emulator.log().lines())
          .startsWith("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed")
          .anyMatch(line -> line.endsWith("sortOrder=Descending statusEquals=Failed"));
    }
  }
}
