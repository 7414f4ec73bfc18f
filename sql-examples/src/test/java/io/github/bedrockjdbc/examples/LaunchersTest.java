package io.github.bedrockjdbc.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripts say before there is anything to run, each in a tree without a build. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for POSIX shells")
class LaunchersTest {
  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "report/report", "spark/export"})
  void aBuildLeavesNoEscapesBehind(String script) throws IOException, InterruptedException {
    program("bin/mvn", "printf '\\033[0m\\033[1;31mERROR\\033[m none of \\033[33m3\\n'; exit 3");
    final String name = script.replaceFirst(".*/", "");
    assertThat(said(script, JAVA_HOME))
        .startsWith(name + ": building (once, and after changes) …\nERROR none of 3\n")
        .contains(name + ": the build failed; mvn -B ")
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "report/report", "spark/export"})
  void aBrokenJavaHomeIsNamed(String script) throws IOException, InterruptedException {
    program("bin/mvn", "exit 3");
    final String name = script.replaceFirst(".*/", "");
    assertThat(said(script, "/no/where"))
        .isEqualTo(
            name
                + ": JAVA_HOME is /no/where, which has no bin/java; set it to a JDK (17 or newer),"
                + " or unset it\n");
    final Path old = program("old/bin/java", "exit 0").getParent().getParent();
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertThat(said(script, old.toString()))
        .isEqualTo(name + ": needs Java 17 or newer; found 11 in JAVA_HOME, " + old + "\n");
    final Path broken = program("broken/bin/java", "exit 1").getParent().getParent();
    assertThat(said(script, broken.toString()))
        .isEqualTo(name + ": " + broken + "/bin/java does not run; JAVA_HOME is " + broken + "\n");
  }

  private String said(String script, String javaHome) throws IOException, InterruptedException {
    final Path copy = copied(script);
    copied("launch.sh");
    final ProcessBuilder builder = new ProcessBuilder("sh", copy.toString());
    builder.environment().put("JAVA_HOME", javaHome);
    builder.environment().merge("PATH", "", (path, none) -> root.resolve("bin") + ":" + path);
    final Process process = builder.redirectErrorStream(true).start();
    final String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(2);
    return said;
  }

  private Path copied(String script) throws IOException {
    final Path copy = root.resolve("sql-examples").resolve(script);
    Files.createDirectories(copy.getParent());
    return Files.exists(copy)
        ? copy
        : Files.copy(Project.ROOT.resolve("sql-examples").resolve(script), copy);
  }

  private Path program(String name, String body) throws IOException {
    final Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
