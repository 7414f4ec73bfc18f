package io.github.bedrockjdbc.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command, as people start it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
class JobsIT {
  private static final String SCRIPT = Project.ROOT.resolve("sql-examples/jobs").toString();

  /** A build in the background ignores interrupts, and would hand that down. */
  private static final String HEEDING_INTERRUPTS = "--default-signal=INT";

  @TempDir private Path elsewhere;

  @Test
  void runsFromAnyFolderAndIsQuiet() throws IOException, InterruptedException {
    final Process process =
        start(
            "env",
            "LC_ALL=C", // whose encoding has no umlauts
            SCRIPT,
            "--format",
            "csv",
            "SELECT COUNT(status) AS n, 'ü' AS u FROM jobs");
    assertThat(process.waitFor()).isZero();
    assertThat(output(process)).isEqualTo("n,u\r\n2000,ü\r\n");
    assertThat(Files.readString(errors(), UTF_8))
        .isEqualTo(
            "DEMO DATA (embedded emulator); use"
                + " --url jdbc:bedrock:region=… for your account\n");
  }

  @Test
  void runsThroughALink() throws IOException, InterruptedException {
    final Path link = Files.createSymbolicLink(elsewhere.resolve("jobs"), Path.of(SCRIPT));
    final Process process = start(link.toString(), "--version");
    assertThat(process.waitFor()).isZero();
    assertThat(output(process)).matches("jobs [0-9].*\n");
    Files.delete(link); // else it is taken for a danger when the folder is cleared
  }

  /** In a tree of its own, with the packaged jars and no sources. */
  @Test
  void anArchiveThatTheJvmDoesNotTakeIsNoneAndNothingIsSaidOfIt()
      throws IOException, InterruptedException {
    final Path examples = elsewhere.resolve("sql-examples");
    final Path target = Files.createDirectories(examples.resolve("target"));
    Files.createDirectories(examples.resolve("queries"));
    Files.createFile(elsewhere.resolve("pom.xml"));
    for (String module : List.of("house", "emulator", "adapter", "driver", "sql-examples")) {
      Files.createDirectories(elsewhere.resolve(module).resolve("src/main"));
      Files.createFile(elsewhere.resolve(module).resolve("pom.xml"));
    }
    for (String each : List.of("jobs", "launch.sh", "target/jobs.jar")) {
      Files.copy(Path.of(SCRIPT).resolveSibling(each), examples.resolve(each));
    }
    final Path lib = target.resolve("lib");
    Files.createSymbolicLink(lib, Path.of(SCRIPT).resolveSibling("target/lib"));
    Files.writeString(
        target.resolve("jobs-" + System.getProperty("java.version") + ".jsa"), "no archive");

    final Process process =
        start(
            "env",
            "JAVA_HOME=" + System.getProperty("java.home"),
            examples.resolve("jobs").toString(),
            "--version");
    assertThat(process.waitFor()).isZero();
    assertThat(output(process)).matches("jobs [0-9].*\n");
    assertThat(errors()).isEmptyFile();
    Files.delete(lib); // else it is taken for a danger when the folder is cleared
  }

  @Test
  void failuresAndWrongUsageHaveTheirStatus() throws IOException, InterruptedException {
    assertThat(start(SCRIPT, "SELECT nope FROM jobs").waitFor()).isEqualTo(1);
    assertThat(Files.readString(errors()).lines()).hasSize(2);
    assertThat(start(SCRIPT, "--nope").waitFor()).isEqualTo(2);
  }

  @Test
  void nobodyReadingOnIsNoFailureToTell() throws IOException, InterruptedException {
    final Process process =
        start(
            "sh",
            "-c",
            "{ "
                + SCRIPT
                + " --format csv 'SELECT a.* FROM jobs a, jobs b'; echo $? >status; } | head -n 1");
    assertThat(output(process)).startsWith("job_id,");
    assertThat(process.waitFor()).isZero();
    assertThat(elsewhere.resolve("status")).hasContent("141");
    assertThat(Files.readString(errors()).lines()).hasSize(1);
  }

  @Test
  @EnabledIf(value = "interruptsArrive", disabledReason = "env cannot restore an ignored SIGINT")
  void interruptCancelsTheRequestUnderWay() throws IOException, InterruptedException {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      emulator.inject(new Fault.Hang(), 1);
      final Process process =
          start(
              "env",
              HEEDING_INTERRUPTS,
              SCRIPT,
              "--url",
              emulator.jdbcUrlWithLogin(),
              "SELECT * FROM jobs");
      emulator.awaitRequests(1);
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(Files.readString(errors())).isEqualTo("cancelled\n");
      emulator.awaitOpenExchanges(0);
    }
  }

  static boolean interruptsArrive() throws IOException, InterruptedException {
    return new ProcessBuilder("env", HEEDING_INTERRUPTS, "true").start().waitFor() == 0;
  }

  private Process start(String... command) throws IOException {
    final ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().remove("BEDROCK_JOBS_URL");
    return builder.directory(elsewhere.toFile()).redirectError(errors().toFile()).start();
  }

  private Path errors() {
    return elsewhere.resolve("stderr");
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
