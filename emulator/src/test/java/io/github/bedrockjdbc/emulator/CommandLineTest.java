package io.github.bedrockjdbc.emulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  private static final String AS_OF = "2026-11-01T00:00:00Z";

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
        start("--port", "0", "--jobs", "30", "--region", "eu-west-1", "--page-cap", "7")) {
      assertThat(out.toString(StandardCharsets.UTF_8))
          .startsWith("Jobs at " + emulator.endpoint() + ", as they are now:")
          .contains("dev   123456789012  eu-west-1        jobs: 30\n")
          .contains("prod  210987654321  eu-west-1        jobs: 15, but listing them is refused")
          .contains("jdbc:bedrock:region=eu-west-1;endpoint=" + emulator.endpoint() + ";user=AKID")
          .contains("--aws-sigv4 \"aws:amz:eu-west-1:bedrock\"");
      final TestClient client = TestClient.of(emulator).withRegion("eu-west-1");
      assertThat(client.arnsByPage("maxResults=9")).hasSize(5);
    }
  }

  @Test
  void placesHaveJobsOfTheirOwn() throws IOException {
    try (BedrockEmulator emulator = start("--port", "0", "--jobs", "60", "--as-of", AS_OF)) {
      final Map<String, Long> counts =
          emulator.jobs().stream()
              .collect(groupingBy(job -> job.account() + " " + job.region(), counting()));
      assertThat(counts)
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "123456789012 us-east-1", 60L,
                  "123456789012 eu-west-1", 30L,
                  "123456789012 ap-southeast-2", 20L,
                  "210987654321 us-east-1", 15L,
                  "210987654321 eu-west-1", 12L,
                  "210987654321 ap-southeast-2", 10L));
      assertThat(emulator.jobs().stream().map(Job::jobId)).doesNotHaveDuplicates();
      final TestClient dev = TestClient.of(emulator);
      final TestClient prod =
          dev.withKey("AKIDEMOEMULATOR00001", "demo/secret+of+the+emulator+abcdefghij12", null);
      assertThat(dev.withRegion("eu-west-1").arns()).hasSize(30);
      assertThat(prod.withRegion("us-east-1").arns()).hasSize(15);
      assertThat(prod.withRegion("eu-west-1").list().statusCode()).isEqualTo(403);
      assertThat(dev.withRegion("sa-east-1").arns()).isEmpty();
      assertThat(dev.withRegion("me-south-1").list().body()).contains("security token");
    }
  }

  @Test
  void regionsAreRefusedAsAsked() throws IOException {
    try (BedrockEmulator emulator =
        start("--port", "0", "--jobs", "6", "--refuse", "us-east-1,dev/eu-north-1")) {
      final TestClient dev = TestClient.of(emulator);
      assertThat(dev.list().statusCode()).isEqualTo(403);
      assertThat(dev.withRegion("eu-north-1").list().statusCode()).isEqualTo(403);
      assertThat(dev.withRegion("eu-west-1").arns()).hasSize(3);
    }
    try (BedrockEmulator emulator =
        start("--port", "0", "--jobs", "6", "--refuse", "none", "--account", "prod")) {
      assertThat(emulator.jobs()).extracting(Job::account).containsOnly("210987654321");
    }
    try (BedrockEmulator emulator = start("--port", "0", "--jobs", "6", "--refuse", "none")) {
      assertThat(TestClient.of(emulator).arns()).hasSize(6);
    }
  }

  /** The last job has just been submitted; so it has at another time where that is asked for. */
  @Test
  void itIsNowUnlessAnotherTimeIsAskedFor() throws IOException {
    final Instant before = Instant.now();
    try (BedrockEmulator emulator = start("--port", "0")) {
      assertThat(newest(emulator)).isBetween(before.minusSeconds(7200), Instant.now());
    }
    try (BedrockEmulator emulator = start("--port", "0", "--as-of", "2025-01-01T00:00:00Z")) {
      assertThat(newest(emulator))
          .isBetween(Instant.parse("2024-12-31T22:00:00Z"), Instant.parse("2025-01-01T00:00:00Z"));
      assertThat(emulator.jobs()).isEqualTo(emulator.jobs());
    }
  }

  @Test
  void requestsAreThrottled() throws IOException {
    try (BedrockEmulator emulator = start("--port", "0", "--jobs", "3", "--rate", "2")) {
      final TestClient client = TestClient.of(emulator);
      assertThat(IntStream.range(0, 20).map(i -> client.list().statusCode()))
          .contains(200)
          .contains(429);
    }
  }

  @Test
  void profilesLeadThere(@TempDir Path folder) throws IOException {
    final Path file = folder.resolve("config");
    try (BedrockEmulator emulator =
        start("--port", "0", "--jobs", "1", "--profiles", file.toString())) {
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("export AWS_CONFIG_FILE=" + file);
      assertThat(Files.readString(file))
          .contains("[default]", "[profile dev]", "[profile prod]")
          .containsIgnoringNewLines("endpoint_url = " + emulator.endpoint())
          .contains("aws_access_key_id = AKIDEMOEMULATOR00001");
    }
    assertThat(run("--port", "0", "--profiles", folder.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot write the file: ");
  }

  @Test
  void encryptsWithACertificateThatProfilesName(@TempDir Path folder) throws Exception {
    final Path bundle = folder.resolve("bundle.pem");
    final Path config = folder.resolve("config");
    try (BedrockEmulator emulator =
        start(
            "--port",
            "0",
            "--jobs",
            "3",
            "--tls",
            bundle.toString(),
            "--profiles",
            config.toString())) {
      assertThat(emulator.endpoint()).startsWith("https://127.0.0.1:");
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("endpoint=" + emulator.endpoint(), "export AWS_CA_BUNDLE=" + bundle)
          .contains("curl --cacert " + bundle);
      assertThat(Files.readString(bundle)).isEqualTo(emulator.certificate().orElseThrow());
      assertThat(Files.readString(config)).contains("ca_bundle = " + bundle);
    }
    assertThat(run("--port", "0", "--tls", folder.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot write the file: ");
  }

  private static Instant newest(BedrockEmulator emulator) {
    return emulator.jobs().stream().map(Job::submitTime).max(Instant::compareTo).orElseThrow();
  }

  private BedrockEmulator start(String... options) {
    return CommandLine.start(List.of(options), stream(out));
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
          .contains("dev   111122223333  eu-north-1       jobs: 1\n");
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
          --region us-east-1, | --region takes a region's name, not ''
          --load nowhere.json | cannot read the file: nowhere.json
          --account ops | --account takes dev, prod or both, not 'ops'
          --as-of today | --as-of takes a time in UTC, such as 2026-11-01T00:00:00Z, not 'today'
          --rate 0 | --rate takes a number from 1, not '0'
          --refuse ops/x | --refuse takes a region, dev or prod with a slash and a region, or none, not 'ops/x'
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
