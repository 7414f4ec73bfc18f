package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Cases;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.probe.BesideOthers;
import io.github.bedrockjdbc.probe.Probe;
import io.github.bedrockjdbc.probe.Unloading;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar in JVMs of its own: alone, beside other versions, and unloaded. */
class AllJarIT {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.github.bedrockjdbc.driver.JavaHomes#newest")
  void runsEverySortOfStatementAndIsQuiet(Path javaHome) throws Exception {
    final AllJar jar = new AllJar(folder, javaHome);
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      assertResults(
          jar.run(
              Probe.class,
              AllJar.classPath(List.of(AllJar.PATH, jar.probes())),
              with(emulator, AllJar.STATEMENTS)));
      AllJar.assertTellsItsVersion(emulator);
    }
  }

  @Test
  void worksBesideOldVersionsOfWhatItBundles() throws Exception {
    final AllJar jar = new AllJar(folder);
    final List<Path> classPath = new ArrayList<>();
    final List<String> others = new ArrayList<>();
    try (Stream<Path> old = Files.list(Path.of(System.getProperty("old.libraries")))) {
      old.sorted().forEach(classPath::add);
    }
    classPath.forEach(path -> others.add(path.getFileName().toString()));
    classPath.add(jar.probes());
    classPath.add(AllJar.PATH);
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final List<String> lines =
          jar.run(
              BesideOthers.class, AllJar.classPath(classPath), with(emulator, AllJar.STATEMENTS));

      assertThat(lines.subList(0, lines.size() - AllJar.STATEMENTS.length))
          .as("what the application itself sees")
          .isNotEmpty()
          .isSubsetOf(others);
      assertResults(lines.subList(lines.size() - AllJar.STATEMENTS.length, lines.size()));
    }
  }

  /** Soft references are cleared at once, as they would be when memory is short. */
  @ParameterizedTest
  @MethodSource("io.github.bedrockjdbc.driver.JavaHomes#newest")
  void leavesNothingBehindWhenItIsUnloaded(Path javaHome) throws Exception {
    final AllJar jar = new AllJar(folder, javaHome);
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final List<String> arguments = new ArrayList<>();
      arguments.add(AllJar.PATH.toUri().toString());
      arguments.add(jar.probes().toUri().toString());
      arguments.addAll(List.of(with(emulator, AllJar.FEW)));
      final List<String> lines =
          jar.run(
              Unloading.class,
              List.of("-XX:SoftRefLRUPolicyMSPerMB=0", "-cp", jar.probes().toString()),
              arguments.toArray(new String[0]));

      final int results = AllJar.FEW.length + 1;
      assertThat(lines).hasSize(2 * results + 2);
      AllJar.assertFew(lines.subList(0, results - 1));
      AllJar.assertFew(lines.subList(results, 2 * results - 1));
      assertThat(lines.subList(2 * results, lines.size())).containsExactly("unloaded", "unloaded");
    }
  }

  @Test
  void readsManyJobsInASmallHeap() throws Exception {
    final int jobs = Cases.many(100_000, 20_000);
    final AllJar jar = new AllJar(folder);
    try (BedrockEmulator emulator = Urls.emulatorWith(jobs)) {
      assertThat(
              jar.run(
                  Probe.class,
                  List.of("-Xmx128m", "-cp", AllJar.PATH + File.pathSeparator + jar.probes()),
                  Urls.of(emulator) + ";readMessages=false",
                  "SELECT * FROM jobs"))
          .singleElement()
          .asString()
          .startsWith(jobs + " rows: ");
    }
  }

  private static String[] with(BedrockEmulator emulator, String[] statements) {
    return Stream.concat(Stream.of(Urls.of(emulator)), Stream.of(statements))
        .toArray(String[]::new);
  }

  private static void assertResults(List<String> lines) {
    assertThat(lines).hasSize(AllJar.STATEMENTS.length);
    assertThat(lines.get(0)).startsWith("3 rows: ").doesNotEndWith("null");
    assertThat(lines.get(1)).startsWith("10 rows: ");
    assertThat(lines.get(2)).isEqualTo("1 rows: 2000");
    assertThat(lines.get(3)).startsWith("2000 rows: ");
    assertThat(lines.get(4)).startsWith("1 rows: ").contains(",");
    assertThat(lines.get(5)).isEqualTo("1 rows: 1");
    assertThat(lines.get(6)).doesNotStartWith("0 rows");
    assertThat(lines.get(7)).isEqualTo("1 rows: 2000");
  }
}
