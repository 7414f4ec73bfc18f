package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL prompt sqlline, given a script. */
class SqllineIT {
  private static final String SCRIPT =
      """
      !dbinfo
      !tables
      !columns jobs
      !columns JOBS
      !primarykeys jobs
      !typeinfo
      select count(*) as n from jobs;
      select job_arn from jobs where status = 'Failed' order by submit_time desc limit 3;
      !autocommit off
      select 1 as n;
      !commit
      !rollback
      """;

  @TempDir private Path folder;

  @Test
  void runsItsCommandsWithoutComplaint() throws Exception {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final Path script = Files.writeString(folder.resolve("script.sql"), SCRIPT);
      final Program sqlline =
          Program.run(
              folder,
              List.of("sqlline-", "jline-", "slf4j-api", "slf4j-jdk14"),
              List.of(
                  "-Dorg.jline.terminal.dumb=true",
                  "sqlline.SqlLine",
                  "-d",
                  "io.github.bedrockjdbc.driver.BedrockDriver",
                  "-u",
                  emulator.jdbcUrl(),
                  "-n",
                  BedrockEmulator.DEMO_ACCESS_KEY_ID,
                  "-p",
                  BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
                  "--isolation=TRANSACTION_NONE", // its own default is REPEATABLE_READ
                  "--maxWidth=400",
                  "--outputFormat=csv",
                  "-f",
                  script.toString()));

      assertThat(sqlline.status()).as(sqlline.errors()).isZero();
      assertThat(sqlline.errors().lines()) // where it tells how far the script is
          .allMatch(
              line ->
                  line.matches(
                      "[0-9]+/12 .*|[0-9]+ rows? selected .*|(Commit|Rollback) complete .*|sqlline.*"));
      assertThat(sqlline.out()).doesNotContain("Exception", "Error");
      assertThat(sqlline.out().lines())
          .anyMatch(line -> line.matches("getDatabaseProductName +Amazon Bedrock batch jobs"))
          .anyMatch(line -> line.startsWith("'','bedrock','jobs','TABLE','Amazon Bedrock"))
          .contains("'','bedrock','jobs','job_arn','1','jobs_pk'", "'2000'", "'1'");
      assertThat(
              sqlline.out().lines().filter(line -> line.startsWith("'','bedrock','jobs','job_id'")))
          .hasSize(2);
      assertThat(
              sqlline.out().lines().filter(line -> line.startsWith("'','bedrock','jobs','model'")))
          .hasSize(2);
      assertThat(types(sqlline.out()))
          .containsExactly(
              "BIGINT",
              "DECIMAL",
              "INTEGER",
              "DOUBLE",
              "VARCHAR",
              "BOOLEAN",
              "DATE",
              "TIME",
              "TIMESTAMP");
      assertThat(sqlline.out().lines().filter(line -> line.startsWith("'arn:aws:bedrock:")))
          .hasSize(3);
      assertThat(emulator.log().requests()).hasSize(2 + 1);
    }
  }

  /** The first column of what follows its heading. */
  private static List<String> types(String out) {
    return out.lines()
        .dropWhile(line -> !line.startsWith("'TYPE_NAME'"))
        .skip(1)
        .takeWhile(line -> line.matches("'[A-Z]+','-?[0-9]+',.*"))
        .map(line -> line.replaceFirst("^'([A-Z]+)'.*", "$1"))
        .toList();
  }
}
