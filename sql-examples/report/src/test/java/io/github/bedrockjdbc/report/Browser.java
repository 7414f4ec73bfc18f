package io.github.bedrockjdbc.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, if the machine has one. */
record Browser(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final int TRIES = 3;

  static Optional<Browser> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Browser::new);
  }

  /**
   * What the page holds after its scripts have run.
   *
   * @param png where a picture of so much of it goes
   */
  String content(Path page, int width, int height, Path png)
      throws IOException, InterruptedException {
    String content = "";
    for (int i = 0; i < TRIES && content.isEmpty(); i++) { // as a browser may crash
      content =
          run(page, "--dump-dom", "--window-size=" + width + "," + height, "--screenshot=" + png);
    }
    return content;
  }

  void print(Path page, Path pdf) throws IOException, InterruptedException {
    for (int i = 0; i < TRIES && Files.notExists(pdf); i++) {
      run(page, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
    }
  }

  private String run(Path page, String... options) throws IOException, InterruptedException {
    final Path profile = Files.createTempDirectory("browser");
    final List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--no-sandbox", // which containers and root do not allow; the pages are our own
                "--disable-gpu",
                "--disable-dev-shm-usage", // which is small in containers
                "--hide-scrollbars",
                "--disable-background-networking",
                "--allow-file-access-from-files",
                "--user-data-dir=" + profile));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    final Path shown = Files.createTempFile("browser", ".html");
    final Process process =
        new ProcessBuilder(command)
            .redirectOutput(shown.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    final String content = Files.readString(shown, UTF_8);
    Files.delete(shown);
    delete(profile);
    return content;
  }

  private static void delete(Path profile) {
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A process of the browser that ends later still writes there; it is in the temporary folder.
    }
  }
}
