package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.examples.output.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
  private static final String NOTICE =
      "DEMO DATA (embedded emulator); use --url jdbc:bedrock:region=… for your account\n";

  private static final String CANARY = "canary+secret/0123456789";

  private static BedrockEmulator emulator;
  private static String url;

  @BeforeAll
  static void start() {
    emulator = BedrockEmulator.demo();
    url = emulator.jdbcUrlWithLogin();
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Test
  void demoDataIsCalledThat() {
    final Run run = Run.of("--format", "csv", "SELECT COUNT(status) AS n FROM jobs");
    assertThat(run).isEqualTo(new Run(0, "n\r\n2000\r\n", NOTICE));
  }

  @Test
  void urlFromOptionOrEnvironmentIsNoDemo() {
    final String sql = "SELECT COUNT(status) AS n FROM jobs";
    final Map<String, String> environment = Map.of("BEDROCK_JOBS_URL", url);
    final Run expected = new Run(0, "n\r\n2000\r\n", "");
    assertThat(Run.of("--url", url, "--format", "CSV", sql)).isEqualTo(expected);
    assertThat(Run.with("", environment, 80, "--format", "csv", sql)).isEqualTo(expected);
  }

  @Test
  void severalStatements(@TempDir Path folder) throws IOException {
    final String two = "SELECT 1 AS a; -- first\nSELECT ';' AS b;";
    final String out = "a\r\n1\r\n" + System.lineSeparator() + "b\r\n;\r\n";
    final Path file = Files.writeString(folder.resolve("two.sql"), two);
    assertThat(Run.of("--format=csv", two).out()).isEqualTo(out);
    assertThat(Run.of("--format=csv", "SELECT 1 AS a", "SELECT ';' AS b").out()).isEqualTo(out);
    assertThat(Run.of("--format=csv", "-c", "SELECT 1 AS a", "-c", "SELECT ';' AS b").out())
        .isEqualTo(out);
    assertThat(Run.of("--format=csv", "-f", file.toString()).out()).isEqualTo(out);
    assertThat(Run.withInput(two, "--format=csv").out()).isEqualTo(out);
  }

  @Test
  void everyColumnOnANarrowTerminal() {
    final Run run = Run.atWidth(80, "SELECT * FROM jobs WHERE status = 'Failed' LIMIT 3");
    assertThat(run.out()).contains("job_id", "job_name").endsWith("--format vertical shows all\n");
    assertThat(run.out().lines().limit(5)).allMatch(line -> Text.width(line) <= 80);
  }

  @Test
  void warningsStandBesideTheRows() {
    final Run run = Run.of("--format=csv", "SELECT job_id FROM jobs WHERE status = 'failed'");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("job_id\r\n");
    assertThat(run.err()).contains("warning: ", "did you mean 'Failed'?");
  }

  @Test
  void maxRowsSaysThatThereMayBeMore() {
    final Run run = Run.of("--max-rows", "3", "--format=csv", "SELECT job_id FROM jobs");
    assertThat(run.out().lines()).hasSize(4);
    assertThat(run.err()).isEqualTo(NOTICE + "note: stopped at --max-rows 3; there may be more\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "42000 ! SELEC 1",
        "42S22 ! SELECT nope FROM jobs",
        "42S02 ! SELECT * FROM nope",
        "25006 ! DELETE FROM jobs",
      })
  void wrongSqlIsOneLineAndStatusOne(String state, String sql) {
    final Run run = Run.of("--url", url, sql);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().startsWith("error [" + state + "]: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "08001 ! jdbc:bedrock:regin=us-east-1;password=" + CANARY + " ! region",
        "08001 ! jdbc:bedrock:pageSize=many;user=U;password=" + CANARY + " ! pageSize",
        "08001 ! jdbc:bedrok:user=U;password=" + CANARY + " ! jdbc:bedrock:",
        "08001 ! jdbc:bedrock://us-east-1?password=" + CANARY + " ! jdbc:bedrock:",
        "08001 ! jdbc:bedrock:region=us-east-1;endpoint=http://127.0.0.1:1;maxAttempts=1;user=U"
            + ";password="
            + CANARY
            + " ! 127.0.0.1",
      })
  void wrongUrlIsOneLineWithoutSecrets(String state, String wrong, String said) {
    final Run run = Run.of("--url", wrong, "SELECT job_id FROM jobs LIMIT 1");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("error [" + state + "]: ")
        .contains(said)
        .doesNotContain(CANARY);
  }

  @Test
  void wrongCredentialsAreOneLine() {
    final String wrong = url.replaceFirst("password=.*", "password=" + CANARY);
    final Run run = Run.of("--url", wrong, "SELECT job_id FROM jobs LIMIT 1");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("error [28000]: ")
        .doesNotContain(CANARY);
  }

  @Test
  void aFailureStopsTheScript() {
    final Run run = Run.of("--format=csv", "SELECT 1 AS a; SELECT nope; SELECT 3 AS c");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith("a\r\n1\r\n").doesNotContain("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--frmat csv",
        "--format excel",
        "--max-rows 0",
        "--max-rows many",
        "-f no-such-file.sql",
        "-f .",
        "-f x.sql SELECT",
        "-f x.sql -c SELECT",
        "-c VALUES SELECT",
        "--url",
        "--watch 10 SELECT",
        "select 1",
        "--watch 0s SELECT",
        "--watch 1s",
        "run no-such-query",
      })
  void wrongUsageIsOneLineAndStatusTwo(String arguments) {
    final Run run = Run.of(arguments.split(" ", -1));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().endsWith("; see jobs --help");
  }

  @Test
  void savedQueriesRunByName() {
    final Run run = Run.of("run", "jobs-per-status", "--format", "csv", "--url", url);
    assertThat(run.out()).startsWith("status,jobs,oldest,newest\r\nCompleted,");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(Run.of("--format", "csv", "list").out())
        .contains("jobs-per-status,How many jobs are in each status?\r\n")
        .isEqualTo(Run.of("--format", "csv", "run").out());
  }

  @Test
  void explainCallsNobodyAndCallsAreTold() {
    final String sql = "SELECT job_id, message FROM jobs WHERE status = 'Failed' LIMIT 5";
    final int before = emulator.log().requests().size();
    assertThat(Run.of("--url", url, "--explain", "--calls", sql))
        .satisfies(run -> assertThat(run.out()).contains("Request: ListModelInvocationJobs"))
        .satisfies(run -> assertThat(run.err()).isEqualTo("sent: nothing\n"));
    assertThat(emulator.log().requests()).hasSize(before);
    assertThat(Run.of("--url", url, "--calls", sql).err().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        "sent: ListModelInvocationJobs maxResults=5 statusEquals=Failed"
                            + " in us-east-1: 5 jobs, [0-9]+ ms"),
            line -> assertThat(line).startsWith("sent: GetModelInvocationJob arn:aws:bedrock:"),
            line -> assertThat(line).startsWith("sent: GetModelInvocationJob arn:aws:bedrock:"),
            line -> assertThat(line).startsWith("sent: GetModelInvocationJob arn:aws:bedrock:"),
            line -> assertThat(line).isEqualTo("sent: GetModelInvocationJob 2 times more"));
  }

  @Test
  void nothingToDoIsFine() {
    assertThat(Run.withInput(" -- nothing\n").status()).isZero();
  }

  @Test
  void callsOfDetailsAreCountedByWhatTheyRead() {
    final Run run =
        Run.of(
            "--calls",
            "--format=csv",
            "SELECT SUM(output_tokens) AS n, COUNT(tags) AS t FROM job_details"
                + " WHERE status = 'Completed' AND submit_time >= '2026-10-20 00:00:00'");
    assertThat(run.status()).as(run.err()).isZero();
    final List<String> sent = run.err().lines().filter(line -> line.startsWith("sent: ")).toList();
    assertThat(sent.get(0)).startsWith("sent: ListModelInvocationJobs ").contains(" jobs, ");
    assertThat(sent)
        .filteredOn(line -> line.contains("GetObject"))
        .hasSize(4)
        .last()
        .asString()
        .matches("sent: GetObject \\d+ times more");
    assertThat(sent).filteredOn(line -> line.contains("GetResources")).hasSize(1);
    assertThat(sent)
        .filteredOn(line -> line.contains("GetObject s3"))
        .allMatch(line -> line.contains("1 row, "));
  }

  @Test
  void help() {
    assertThat(Run.of("--help").out())
        .contains(
            "jobs [OPTIONS] run NAME",
            "jobs [OPTIONS] list",
            "141",
            "table, auto, csv, json, markdown, vertical",
            "BEDROCK_JOBS_URL");
  }

  @Test
  void versionIsTheDriversOwn() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:bedrock:")) {
      assertThat(Run.of("--version").out().strip())
          .isEqualTo("jobs " + connection.getMetaData().getDriverVersion())
          .matches("jobs [0-9]+\\.[0-9]+\\.[0-9]+(-.*)?");
    }
  }

  /** What one line is meant to hold is not broken, and running text is broken as late as can be. */
  @Test
  void helpFitsIntoEightyColumns() {
    final List<String> lines = Run.of("--help").out().lines().toList();
    assertThat(lines).allMatch(line -> line.length() <= 80);
    assertThat(lines.subList(1, lines.indexOf("")))
        .hasSize(5)
        .allMatch(line -> line.startsWith("  jobs [OPTIONS] "));
    final List<String> text = lines.subList(lines.lastIndexOf("") + 1, lines.size());
    assertThat(text).hasSize(2);
    assertThat(text.get(0)).hasSizeGreaterThan(70);
  }
}
