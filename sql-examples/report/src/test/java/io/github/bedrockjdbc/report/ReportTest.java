package io.github.bedrockjdbc.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
  private static final Clock CLOCK = Clock.fixed(Filled.NOW, ZoneOffset.UTC);

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void demoWritesBothFilesAndSaysThatItIsOne() throws Exception {
    final Path fresh = folder.resolve("a/b");
    assertThat(run(Map.of(), "--days", "7", "--output", fresh.toString())).isZero();
    assertThat(err)
        .hasToString(
            "DEMO DATA (embedded emulator); use --url jdbc:bedrock:region=… for your account\n");
    assertThat(out.toString().lines())
        .containsExactly(
            fresh.resolve("batch-inference.pdf").toString(),
            fresh.resolve("batch-inference.html").toString());
    assertThat(fresh.resolve("batch-inference.pdf")).content(ISO_8859_1).startsWith("%PDF-");
    assertThat(Files.readString(fresh.resolve("batch-inference.html")))
        .contains("Batch inference: last 7 days", "demo data");
  }

  @Test
  void urlComesFromTheEnvironmentAndItsSecretsAreNotShown() throws Exception {
    try (BedrockEmulator emulator = BedrockEmulator.builder().start()) {
      final Map<String, String> environment =
          Map.of("BEDROCK_JOBS_URL", emulator.jdbcUrlWithLogin());
      assertThat(run(environment, "--output", folder.toString())).isZero();
      assertThat(err.toString()).isEmpty();
      assertThat(emulator.log().requests()).hasSize(1);
      assertThat(Files.readString(folder.resolve("batch-inference.html")))
          .contains("Source: jdbc:bedrock:", "endpoint=" + emulator.endpoint())
          .contains("UTC; all parts show the jobs of one moment. All times are UTC.")
          .doesNotContain("maxAge")
          .doesNotContain(BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    ";maxAge=0, 6, each part was read anew",
    ";maxAge=600, 1, parts show jobs that were up to 600 s old",
  })
  void theAgeOfTheUrlCounts(String more, int requests, String said) throws Exception {
    try (BedrockEmulator emulator = BedrockEmulator.builder().start()) {
      final String url = emulator.jdbcUrlWithLogin() + more;
      assertThat(run(Map.of(), "--url", url, "--output", folder.toString())).isZero();
      assertThat(emulator.log().requests()).hasSize(requests);
      assertThat(folder.resolve("batch-inference.html")).content().contains(" UTC; " + said + ".");
    }
  }

  @Test
  void versionIsTheDriversOwn() throws SQLException {
    assertThat(run(Map.of(), "--version")).isZero();
    try (Connection connection = DriverManager.getConnection("jdbc:bedrock:")) {
      assertThat(out)
          .hasToString(
              "report " + connection.getMetaData().getDriverVersion() + System.lineSeparator());
    }
  }

  @Test
  void urlsThatNobodyTakesAreNotQuoted() {
    assertThat(run(Map.of(), "--url", "jdbc:nope:password=hush", "--output", folder.toString()))
        .isEqualTo(1);
    assertThat(err)
        .hasToString("error [08001]: No driver takes this URL; it begins with jdbc:bedrock:\n");
  }

  @Test
  void wrongKeysAreExplained() {
    assertThat(run(Map.of(), "--url", "jdbc:bedrock:regio=x", "--output", folder.toString()))
        .isEqualTo(1);
    assertThat(err.toString())
        .startsWith("error [08001]: Unknown key 'regio'; did you mean region?");
  }

  @Test
  void aRefusalIsToldInOneLineAndNothingIsWritten() {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      emulator.inject(new Fault.Status(403, "AccessDeniedException", "no"), 1);
      assertThat(run(Map.of(), "--url", emulator.jdbcUrlWithLogin(), "--output", folder.toString()))
          .isEqualTo(1);
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).startsWith("error [42501]: ");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void nothingIsAskedIfNothingCanBeWritten() throws Exception {
    final Path file = Files.createFile(folder.resolve("file"));
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      assertThat(
              run(
                  Map.of(),
                  "--url",
                  emulator.jdbcUrlWithLogin(),
                  "--output",
                  file.resolve("below").toString()))
          .isEqualTo(2);
      assertThat(err)
          .hasToString(
              "report: --output: cannot make the directory "
                  + file.resolve("below")
                  + "; see report --help\n");
      assertThat(emulator.log().requests()).isEmpty();
    }
  }

  @Test
  void daysAreLimited() {
    assertThat(run(Map.of(), "--days", "367", "--output", folder.toString())).isEqualTo(2);
    assertThat(err).hasToString("report: --days takes a number from 1 to 366; see report --help\n");
  }

  private int run(Map<String, String> environment, String... arguments) {
    return Report.run(
        environment, CLOCK, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
