package io.github.bedrockjdbc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return CommandLine.run(List.of(arguments), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void saysHowToReachIt() throws IOException {
    try (BedrockEmulator emulator =
        CommandLine.start(
            List.of("--port", "0", "--jobs", "30", "--region", "eu-west-1", "--page-cap", "7"),
            stream(out))) {
      assertThat(out.toString(StandardCharsets.UTF_8))
          .startsWith("30 jobs at " + emulator.endpoint())
          .contains("jdbc:bedrock:region=eu-west-1;endpoint=" + emulator.endpoint() + ";user=AKID")
          .contains("--aws-sigv4 \"aws:amz:eu-west-1:bedrock\"");
      final TestClient client = TestClient.of(emulator).withRegion("eu-west-1");
      assertThat(client.arnsByPage("maxResults=9")).hasSize(5);
    }
  }

  @Test
  void servesARecording(@TempDir Path folder) throws IOException {
    final Job job = JobFixture.of(1, 1).in("eu-north-1", "111122223333").get(0);
    final Path file = folder.resolve("recording.json");
    try (BedrockEmulator service =
        BedrockEmulator.builder()
            .jobs(List.of(job))
            .region("eu-north-1")
            .credentials("AKIDOFTHEJOB", "secret", "111122223333")
            .start()) {
      final TestClient client =
          TestClient.of(service).withKey("AKIDOFTHEJOB", "secret", null).withRegion("eu-north-1");
      Files.writeString(file, client.list().body());
    }
    try (BedrockEmulator emulator =
        CommandLine.start(List.of("--port", "0", "--load", file.toString()), stream(out))) {
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("(region eu-north-1, account 111122223333)");
      assertThat(TestClient.of(emulator).withRegion("eu-north-1").arns())
          .containsExactly(job.jobArn());
    }
  }

  @Test
  void help() {
    assertThat(run("--jobs", "3", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--port n", "--load file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --pot 1 | unknown argument --pot; see --help
          8765 1 | unknown argument 8765; see --help
          --port | --port takes a value; see --help
          --port x | --port takes a number up to 65535, not 'x'
          --port 70000 | --port takes a number up to 65535, not '70000'
          --jobs -1 | --jobs takes a number up to 10000000, not '-1'
          --page-cap 0 | PAGE_CAP does not take 0
          --jobs 1 --jobs 2 | --jobs was given twice
          --region EU | --region takes a region's name, not 'EU'
          --load nowhere.json | cannot read the file: nowhere.json
          """)
  void badArgumentsAreOneLineAndStatusTwo(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("bedrock-jobs-emulator: " + message + System.lineSeparator());
  }

  @Test
  void takenPort() {
    try (BedrockEmulator emulator = BedrockEmulator.builder().start()) {
      assertThat(run("--port", Integer.toString(emulator.port()))).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot listen on port");
    }
  }

  @Test
  void demo() {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      assertThat(emulator.jobs()).hasSize(BedrockEmulator.DEMO_JOBS);
      assertThat(TestClient.of(emulator).list().statusCode()).isEqualTo(200);
    }
  }
}
