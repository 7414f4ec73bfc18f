package io.github.bedrockjdbc.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What needs a fresh JVM for each run. */
final class Children {
  private Children() {}

  /** From the start of a JVM to the first row, or the first page. */
  static List<Outcome> cold() throws Exception {
    try (Service service = new Service("--jobs", "2000")) {
      final Start driver = Start.of(driverClasses(), FirstRow.class, service.url());
      final Start sdk = Start.of(sdkClasses(), FirstPage.class, service.endpoint().toString());
      final Map<String, Double> millis =
          new Race()
              .with("driver", driver::plain)
              .with("SDK", sdk::plain)
              .with("archived driver", driver::archived)
              .with("archived SDK", sdk::archived)
              .run(1, 9);
      final String work = "fresh JVM, -all jar, to the first row";
      return List.of(
          Outcome.ratio(
              work, millis.get("driver"), "SDK, to the first page", millis.get("SDK"), 1.2),
          Outcome.ratio(
              work + ", classes from an archive",
              millis.get("archived driver"),
              "SDK, also from an archive",
              millis.get("archived SDK"),
              1.0));
    }
  }

  private static String driverClasses() {
    return System.getProperty("all.jar") + File.pathSeparator + System.getProperty("own.jar");
  }

  /** Jars alone: an archive of classes takes no others. */
  private static String sdkClasses() {
    return Stream.concat(
            Stream.of(System.getProperty("own.jar")),
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A program that is started again and again. */
  private record Start(Path archive, String classes, Class<?> main, String argument) {
    static Start of(String classes, Class<?> main, String argument)
        throws IOException, InterruptedException {
      final Path archive = Files.createTempDirectory("bedrock").resolve("classes.jsa");
      archive.toFile().deleteOnExit();
      final Start start = new Start(archive, classes, main, argument);
      final Process making = start.process("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable");
      firstLine(making);
      making.waitFor(); // the archive is written last
      return start;
    }

    long plain() throws IOException {
      return child(process());
    }

    long archived() throws IOException {
      return child(process("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"));
    }

    private Process process(String... options) throws IOException {
      final List<String> arguments = new ArrayList<>(List.of(options));
      arguments.addAll(List.of("-cp", classes, main.getName(), argument));
      return started(arguments);
    }
  }

  /** In a heap that could not hold them. */
  static List<Outcome> million() throws Exception {
    try (Service service = new Service("--jobs", "1000000")) {
      final long start = System.nanoTime();
      final long count = million(service.url());
      final double seconds = (System.nanoTime() - start) / 1e9;
      final long tooMany = million(service.url() + ";maxAge=60");
      return List.of(
          Outcome.absolute(
              "1,000,000 jobs streamed in -Xmx128m, of which read", "rows less", 1e6 - count, 0),
          Outcome.absolute("the same, time taken", "s", seconds, 600),
          Outcome.absolute(
              "the same with maxAge=60: too many to keep", "rows less", 1e6 - tooMany, 0));
    }
  }

  private static long million(String url) throws IOException {
    return child(
        started(
            List.of(
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Million.class.getName(),
                url)));
  }

  /** Sees none of this machine's AWS settings. */
  private static Process started(List<String> arguments) throws IOException {
    final List<String> command = new ArrayList<>(List.of(Service.java()));
    command.addAll(arguments);
    final ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    return builder.start();
  }

  /** What the child prints, once it has; 0 if it fails, as its stderr then tells. */
  private static long child(Process process) throws IOException {
    try {
      return firstLine(process);
    } finally {
      process.destroy();
    }
  }

  private static long firstLine(Process process) throws IOException {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      final String line = out.readLine();
      return line == null ? 0 : Long.parseLong(line);
    }
  }
}
