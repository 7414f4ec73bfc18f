package io.github.bedrockjdbc.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command, as people start it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
class ReportIT {
  private static final String SCRIPT =
      Path.of(System.getProperty("project.root"), "sql-examples/report/report").toString();

  @TempDir private Path elsewhere;

  @Test
  void writesToTheFolderWhereItIsStartedAndIsQuiet() throws IOException, InterruptedException {
    final Path errors = Files.createTempFile("report", ".err");
    final ProcessBuilder builder = new ProcessBuilder(SCRIPT);
    builder.environment().remove("BEDROCK_JOBS_URL");
    final Process process =
        builder.directory(elsewhere.toFile()).redirectError(errors.toFile()).start();
    final String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    final int status = process.waitFor();
    assertThat(Files.readString(errors, UTF_8))
        .isEqualTo(
            "DEMO DATA (embedded emulator); use --url jdbc:bedrock:region=… for your account\n");
    Files.delete(errors);
    assertThat(status).isZero();
    assertThat(out).isEqualTo("batch-inference.pdf\nbatch-inference.html\n");
    assertThat(elsewhere.resolve("batch-inference.pdf")).isNotEmptyFile();
    assertThat(elsewhere.resolve("batch-inference.html")).isNotEmptyFile();
  }
}
