package io.github.bedrockjdbc.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script, as people start it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
class ExportScriptIT {
  private static final String SCRIPT =
      Path.of(System.getProperty("project.root"), "sql-examples/spark/export").toString();

  @TempDir private Path folder;

  private record Run(int status, List<String> out, List<String> errors) {}

  private Run run(String... arguments) throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>(List.of(SCRIPT));
    command.addAll(List.of(arguments));
    final Path out = folder.resolve("out");
    final Path errors = folder.resolve("errors");
    final ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile());
    builder.environment().remove("BEDROCK_JOBS_URL");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    final Process process = builder.start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readAllLines(out), Files.readAllLines(errors));
  }

  @Test
  void madeUpJobsAreExportedWithoutAnyFurtherWord() throws IOException, InterruptedException {
    final Run run =
        run("--output=history", "--from=2026-10-29T00:00:00Z", "--to=2026-11-01T00:00:00Z");

    assertThat(run.errors())
        .containsExactly(
            "DEMO DATA (embedded emulator); use --url jdbc:bedrock:region=… for your account");
    assertThat(run.out())
        .singleElement()
        .asString()
        .matches("(\\d+) jobs read in 3 partitions; \\1 of them new or changed");
    assertThat(run.status()).isZero();
    assertThat(folder.resolve("history/day=2026-10-31")).isNotEmptyDirectory();
  }
}
