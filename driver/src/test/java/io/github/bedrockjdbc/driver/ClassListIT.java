package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.probe.Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The list of the classes that the jar loads, which is made here: {@code
 * driver/target/bedrock-jobs-jdbc-VERSION-classes.lst}. The driver's module runs this in a release,
 * where the list is signed and uploaded beside the jar; all-jar runs it in other builds.
 */
class ClassListIT {
  private static final String OURS = "io.github.bedrockjdbc.";

  /** Sorts of statements beyond those of {@link AllJar}. */
  private static final String TOKENS =
      "SELECT model, SUM(input_tokens) FROM job_details WHERE status = 'Completed'"
          + " AND submit_time > TIMESTAMP '2026-10-31 00:00:00' GROUP BY model";

  private static final String PLAN = "EXPLAIN PLAN FOR SELECT * FROM jobs WHERE job_name = 'a'";

  private static final Path LIST =
      Path.of(AllJar.PATH.toString().replaceFirst("-all\\.jar$", "-classes.lst"));

  @TempDir Path folder;

  @BeforeAll
  static void writeTheList(@TempDir Path folder) throws Exception {
    final AllJar jar = new AllJar(folder);
    final Path raw = folder.resolve("raw");
    final List<String> options = new ArrayList<>(List.of("-XX:DumpLoadedClassList=" + raw));
    options.addAll(AllJar.classPath(List.of(AllJar.PATH, jar.probes())));
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      jar.run(
          Probe.class,
          options,
          Stream.of(List.of(Urls.of(emulator)), List.of(AllJar.STATEMENTS), List.of(TOKENS, PLAN))
              .flatMap(List::stream)
              .toArray(String[]::new));
    }
    try (Stream<String> lines = Files.lines(raw)) {
      Files.write(LIST, lines.filter(line -> !line.contains("bedrockjdbc/probe")).toList());
    }
  }

  @Test
  void theListNamesClassesOfTheJar() throws Exception {
    final Set<String> entries = Set.copyOf(AllJar.entries(AllJar.PATH));
    final List<String> listed =
        Files.readAllLines(LIST).stream()
            .map(line -> line.replaceFirst(" .*", ""))
            .filter(line -> line.startsWith("io/github/bedrockjdbc/"))
            .toList();
    assertThat(listed).hasSizeGreaterThan(3000);
    assertThat(listed).allMatch(name -> entries.contains(name + ".class"));
  }

  /** As docs/performance.md tells to make it. */
  @ParameterizedTest
  @MethodSource("io.github.bedrockjdbc.driver.JavaHomes#newest")
  void anArchiveOfTheListHoldsWhatAStatementLoads(Path javaHome) throws Exception {
    final AllJar jar = new AllJar(folder, javaHome);
    final Path archive = folder.resolve("app.jsa");
    final Process dump =
        new ProcessBuilder(
                javaHome.resolve("bin/java").toString(),
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + LIST,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                AllJar.PATH.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("dump").toFile())
            .start();
    assertThat(dump.waitFor()).as(Files.readString(folder.resolve("dump"))).isZero();

    final List<String> ours =
        jar
            .loaded(List.of(AllJar.PATH, jar.probes()), List.of("-XX:SharedArchiveFile=" + archive))
            .stream()
            .filter(line -> line.contains(" " + OURS) && !line.contains(OURS + "probe"))
            .filter(line -> !line.contains("Lambda") && !line.contains("$Proxy"))
            .toList();
    final List<String> shared =
        ours.stream().filter(line -> line.contains("shared objects file")).toList();
    assertThat(shared.size()).isGreaterThan(ours.size() * 98 / 100);
  }
}
