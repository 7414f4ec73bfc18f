package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that a SQL client gets, alone on the class path of a JVM of its own. */
class AllJarIT {
  private static final Path JAR = Path.of(System.getProperty("all.jar"));

  @TempDir Path folder;

  @Test
  void runsEverySortOfStatementAndIsQuiet() throws Exception {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final List<String> lines =
          run(
              List.of(),
              Urls.of(emulator),
              "SELECT * FROM jobs WHERE status = 'Failed'",
              "SELECT status, COUNT(*), AVG(total_records) FROM jobs GROUP BY status ORDER BY 2 DESC",
              "SELECT COUNT(*) FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn",
              "SELECT job_id, ROW_NUMBER() OVER (PARTITION BY status ORDER BY submit_time) FROM jobs",
              "SELECT LISTAGG(job_id, ',') FROM jobs WHERE status = 'Submitted'",
              "SELECT JSON_VALUE('{\"a\": 1}', '$.a') FROM jobs LIMIT 1",
              "SELECT UPPER(job_name) FROM jobs WHERE job_name LIKE '%a%' AND model LIKE '%nova%'",
              "SELECT COUNT(*) FROM jobs WHERE job_arn IN (SELECT job_arn FROM jobs)");

      assertThat(lines).hasSize(8);
      assertThat(lines.get(2)).isEqualTo("1 rows: 2000");
      assertThat(lines.get(5)).isEqualTo("1 rows: 1");
      assertThat(lines.get(7)).isEqualTo("1 rows: 2000");
    }
  }

  @Test
  void readsAHundredThousandJobsInASmallHeap() throws Exception {
    try (BedrockEmulator emulator = Urls.emulatorWith(100_000)) {
      assertThat(
              run(
                  List.of("-Xmx128m"),
                  Urls.of(emulator) + ";readMessages=false",
                  "SELECT * FROM jobs"))
          .singleElement()
          .asString()
          .startsWith("100000 rows: ");
    }
  }

  @Test
  void holdsNothingOutsideItsOwnPackages() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      final TreeSet<String> roots =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> !name.endsWith("/"))
              .map(name -> name.replaceAll("^((io/github/bedrockjdbc/[^/]+|[^/]+)/).*", "$1"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(roots)
          .containsExactly(
              "META-INF/",
              "io/github/bedrockjdbc/adapter/",
              "io/github/bedrockjdbc/driver/",
              "io/github/bedrockjdbc/shaded/");
      assertThat(text(jar, "META-INF/services/java.sql.Driver"))
          .isEqualToIgnoringWhitespace(BedrockDriver.class.getName());
      assertThat(text(jar, "META-INF/NOTICE")).contains("Apache Calcite", "AWS SDK for Java");
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("io.github.bedrockjdbc.driver");
    }
  }

  private static String text(JarFile jar, String entry) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The lines that the probe prints; nothing may be on stderr. */
  private List<String> run(List<String> options, String... arguments) throws Exception {
    final Path probe = folder.resolve("Probe.java");
    Files.write(probe, AllJarIT.class.getResourceAsStream("/probe/Probe.java").readAllBytes());
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", JAR.toString(), probe.toString()));
    command.addAll(List.of(arguments));
    final File out = folder.resolve("out").toFile();
    final File err = folder.resolve("err").toFile();
    final Process process =
        new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(err.toPath())).isEmpty();
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(out.toPath());
  }
}
