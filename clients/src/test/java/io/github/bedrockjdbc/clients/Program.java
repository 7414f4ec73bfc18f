package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What came of a client's own program in a JVM of its own.
 *
 * @param out what it printed
 * @param errors what it complained of
 */
record Program(int status, String out, String errors) {
  /**
   * Runs a program with the jars of these names and the -all jar on its class path.
   *
   * @param jars how names of jars begin
   */
  static Program run(Path folder, List<String> jars, List<String> arguments)
      throws IOException, InterruptedException {
    final String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                path -> jars.stream().anyMatch(Path.of(path).getFileName().toString()::startsWith))
            .collect(Collectors.joining(File.pathSeparator));
    final List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("all.jar") + File.pathSeparator + classPath));
    command.addAll(arguments);
    final Path out = folder.resolve("out");
    final Path errors = folder.resolve("errors");
    final Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return new Program(process.exitValue(), Files.readString(out), Files.readString(errors));
    } finally {
      process.destroyForcibly();
    }
  }
}
