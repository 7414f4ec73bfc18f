package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.probe.Probe;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jar that a SQL client gets, and JVMs of their own to use it in. */
final class AllJar {
  static final Path PATH = Path.of(System.getProperty("all.jar"));

  /** For programs that run once. */
  static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** One of each sort, with the direct and the full way among them. */
  static final String[] STATEMENTS = {
    "SELECT job_name, message FROM jobs WHERE status = 'Failed' ORDER BY submit_time LIMIT 3",
    "SELECT status, COUNT(*), AVG(total_records) FROM jobs GROUP BY status ORDER BY 2 DESC",
    "SELECT COUNT(*) FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn",
    "SELECT job_id, ROW_NUMBER() OVER (PARTITION BY status ORDER BY submit_time) FROM jobs",
    "SELECT LISTAGG(job_id, ',') FROM jobs WHERE status = 'Submitted'",
    "SELECT JSON_VALUE('{\"a\": 1}', '$.a') FROM jobs LIMIT 1",
    "SELECT UPPER(job_name) FROM jobs WHERE submit_time > DATE '2020-01-01' AND job_name LIKE '%a%'",
    "SELECT COUNT(*) FROM jobs WHERE job_arn IN (SELECT job_arn FROM jobs)"
  };

  /** The direct way, the full way, and a literal that Calcite keeps a format for. */
  static final String[] FEW = {STATEMENTS[0], STATEMENTS[2], STATEMENTS[6]};

  /** Of the classes of a first statement. */
  static final String LIST = "io/github/bedrockjdbc/driver/database/first-statement.lst";

  private final Path folder;
  private final Path java;

  /**
   * @param folder for classes and outputs
   * @param javaHome the JDK to use
   */
  AllJar(Path folder, Path javaHome) throws IOException {
    this.folder = folder;
    this.java = javaHome.resolve("bin").resolve("java");
    copyProbes();
  }

  AllJar(Path folder) throws IOException {
    this(folder, Path.of(System.getProperty("java.home")));
  }

  /** The classes of the probes and nothing else. */
  Path probes() {
    return folder.resolve("probes");
  }

  private void copyProbes() throws IOException {
    final Path names = Path.of(Probe.class.getPackageName().replace('.', '/'));
    final Path tests =
        Path.of(Probe.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    final Path to = Files.createDirectories(probes().resolve(names));
    try (Stream<Path> classes = Files.list(tests.resolve(names))) {
      for (Path file : classes.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** Options that make a class path. */
  static List<String> classPath(List<Path> path) {
    return List.of(
        "-cp", path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
  }

  /** What a program prints under these options of the JVM's; nothing may be on stderr. */
  List<String> run(Class<?> program, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    return run(program.getName(), options, arguments);
  }

  /** The same for a program that options name otherwise. */
  List<String> run(String program, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(QUICK);
    command.addAll(options);
    command.add(program);
    command.addAll(List.of(arguments));
    final File out = folder.resolve("out").toFile();
    final File err = folder.resolve("err").toFile();
    final ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out).redirectError(err);
    builder.environment().remove("AWS_CA_BUNDLE"); // of the machine, not of the test
    final Process process = builder.start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(err.toPath())).isEmpty();
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(out.toPath());
  }

  /** The JVM's log of the classes that it needs for a simple statement, under further options. */
  List<String> loaded(List<String> options) throws IOException, InterruptedException {
    final Path unlisted = folder.resolve("unlisted");
    final Path list = unlisted.resolve(LIST);
    Files.createDirectories(list.getParent());
    Files.writeString(list, ""); // before that of the jar, whose classes connecting loads
    return loaded(List.of(unlisted, PATH, probes()), options);
  }

  /** The same with another class path. */
  List<String> loaded(List<Path> path, List<String> options)
      throws IOException, InterruptedException {
    final Path log = folder.resolve("loaded");
    final List<String> all = new ArrayList<>(options);
    all.add("-Xlog:class+load:file=" + log);
    all.addAll(classPath(path));
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      assertThat(run(Probe.class, all, Urls.of(emulator), "SELECT job_id FROM jobs LIMIT 1"))
          .singleElement()
          .asString()
          .startsWith("1 rows: ");
    }
    return Files.readAllLines(log);
  }

  /** The text of an entry, which must be there. */
  static String text(String entry) {
    return text(PATH, entry);
  }

  /** The text of an entry of any jar. */
  static String text(Path path, String entry) {
    try (JarFile jar = new JarFile(path.toFile());
        InputStream stream = jar.getInputStream(jar.getEntry(entry))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of its files. */
  static List<String> entries(Path path) {
    try (JarFile jar = new JarFile(path.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> !name.endsWith("/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version that the build gave the jar. */
  static String version() {
    return PATH.getFileName().toString().replaceFirst("bedrock-jobs-jdbc-(.*)-all\\.jar", "$1");
  }

  /** In each request, wherever the jar's manifest is or is not seen. */
  static void assertTellsItsVersion(BedrockEmulator emulator) {
    assertThat(emulator.log().requests())
        .isNotEmpty()
        .allSatisfy(
            request ->
                assertThat(request.headers().get("user-agent"))
                    .startsWith("bedrock-jobs-jdbc/" + version() + " java/"));
  }

  /** Whether that is what {@link #FEW} give. */
  static void assertFew(List<String> lines) {
    assertThat(lines).hasSize(FEW.length);
    assertThat(lines.get(0)).startsWith("3 rows: ");
    assertThat(lines.get(1)).isEqualTo("1 rows: 2000");
    assertThat(lines.get(2)).doesNotStartWith("0 rows");
  }
}
