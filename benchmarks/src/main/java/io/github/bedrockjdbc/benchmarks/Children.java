package io.github.bedrockjdbc.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What needs a fresh JVM for each run. */
final class Children {
  private Children() {}

  /** From the start of a JVM to the first row, or the first page. */
  static List<Outcome> cold() throws Exception {
    final String allJar = System.getProperty("all.jar");
    final String classes = System.getProperty("java.class.path");
    final String firstRow = FirstRow.class.getName();
    final String own = ownClasses(classes);
    final String separator = System.getProperty("path.separator");
    try (Service service = new Service("--jobs", "2000")) {
      final Map<String, Double> millis =
          new Race()
              .with("driver", () -> child("-cp", allJar + separator + own, firstRow, service.url()))
              .with(
                  "SDK",
                  () ->
                      child(
                          "-cp", classes, FirstPage.class.getName(), service.endpoint().toString()))
              .run(1, 9);
      return List.of(
          Outcome.ratio(
              "fresh JVM, -all jar, to the first row",
              millis.get("driver"),
              "SDK, to the first page",
              millis.get("SDK"),
              1.0));
    }
  }

  /** In a heap that could not hold them. */
  static List<Outcome> million() throws Exception {
    try (Service service = new Service("--jobs", "1000000")) {
      final long start = System.nanoTime();
      final long count =
          child(
              "-Xmx128m",
              "-cp",
              System.getProperty("java.class.path"),
              Million.class.getName(),
              service.url());
      final double seconds = (System.nanoTime() - start) / 1e9;
      return List.of(
          Outcome.absolute(
              "1,000,000 jobs streamed in -Xmx128m, of which read", "rows less", 1e6 - count, 0),
          Outcome.absolute("the same, time taken", "s", seconds, 600));
    }
  }

  private static String ownClasses(String classPath) {
    return Arrays.stream(classPath.split(System.getProperty("path.separator"), -1))
        .filter(entry -> entry.contains("benchmarks"))
        .findFirst()
        .orElseThrow();
  }

  /** What the child prints, once it has; 0 if it fails, as its stderr then tells. */
  private static long child(String... arguments) throws IOException {
    final List<String> command = new ArrayList<>(List.of(Service.java()));
    command.addAll(List.of(arguments));
    final Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      final String line = out.readLine();
      return line == null ? 0 : Long.parseLong(line);
    } finally {
      process.destroy();
    }
  }
}
