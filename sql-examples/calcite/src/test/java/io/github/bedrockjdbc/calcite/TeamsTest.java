package io.github.bedrockjdbc.calcite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model file as it is, in sqlline, which finds the emulator where AWS tools look. */
class TeamsTest {
  private static final Path MODEL =
      Path.of(System.getProperty("project.root"), "sql-examples/calcite/teams.json");

  private static final String SQL =
      "SELECT cost_centre, team, jobs FROM jobs_by_team WHERE status = 'Failed'"
          + " ORDER BY cost_centre;\n"
          + "SELECT t.team, j.job_name FROM bedrock.jobs AS j JOIN company.teams AS t"
          + " ON t.role_arn = j.role_arn"
          + " WHERE j.status = 'Failed' AND j.submit_time >= TIMESTAMP '2026-10-29 00:00:00'"
          + " ORDER BY j.submit_time;\n"
          + "SELECT model, CAST(SUM(estimate) AS DECIMAL(18, 2)) AS estimate FROM cost_estimates"
          + " WHERE status = 'Completed' AND submit_time >= TIMESTAMP '2026-10-01 00:00:00'"
          + " AND model LIKE 'amazon.nova%' GROUP BY model ORDER BY model;\n";

  @TempDir private Path folder;

  @Test
  void jobsAndTeamsAreJoinedAndFiltersAreStillSent() throws IOException, InterruptedException {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final Path script = Files.writeString(folder.resolve("script.sql"), SQL);
      final Path out = folder.resolve("out");
      final Path errors = folder.resolve("errors");
      final ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Dorg.jline.terminal.dumb=true",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "sqlline.SqlLine",
                  "-u",
                  "jdbc:calcite:lex=JAVA;caseSensitive=false;model=" + MODEL,
                  "-n",
                  "",
                  "-p",
                  "",
                  "--isolation=TRANSACTION_NONE", // its own default is REPEATABLE_READ
                  "--outputFormat=csv",
                  "-f",
                  script.toString())
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile());
      builder.environment().put("AWS_ENDPOINT_URL", emulator.endpoint());
      builder.environment().put("AWS_ACCESS_KEY_ID", BedrockEmulator.DEMO_ACCESS_KEY_ID);
      builder.environment().put("AWS_SECRET_ACCESS_KEY", BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
      final Process process = builder.start();
      try {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
      assertThat(Files.readAllLines(out, UTF_8).stream().filter(line -> line.startsWith("'")))
          .containsExactly(
              "'cost_centre','team','jobs'",
              "'4711','Claims','62'",
              "'4720','Search','66'",
              "'4735','Customer support','67'",
              "'','','77'", // of a role that the file does not know
              "'team','job_name'",
              "'Claims','weekly-translate-20261029'",
              "'model','estimate'",
              "'amazon.nova-lite-v1:0','4.67'",
              "'amazon.nova-micro-v1:0','1.77'",
              "'amazon.nova-pro-v1:0','null'"); // which the file has no price for
      assertThat(emulator.log().requests())
          .extracting(RecordedRequest::line)
          .filteredOn(line -> !line.contains("/manifest.json.out"))
          .isEqualTo(
              List.of(
                  "GET /model-invocation-jobs maxResults=1000 statusEquals=Failed",
                  "GET /model-invocation-jobs maxResults=1000 statusEquals=Failed"
                      + " submitTimeAfter=2026-10-28T23:59:59Z",
                  "GET /model-invocation-jobs maxResults=1000 statusEquals=Completed"
                      + " submitTimeAfter=2026-09-30T23:59:59Z"));
    }
  }
}
