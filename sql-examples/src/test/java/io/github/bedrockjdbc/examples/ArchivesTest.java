package io.github.bedrockjdbc.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When scripts make an archive of classes and when they use it, with a Java that only says so. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for POSIX shells")
class ArchivesTest {
  private static final String NOBODY = "65534";

  /** Makes an archive unless one is told not to; says with which archive it starts. */
  private static final String JAVA =
      """
      #!/bin/sh
      for each; do
        case $each in
        -XX:DumpLoadedClassList=*)
          [ ! -f "${0%/*}/broken" ] || { echo 'cannot dump'; exit 1; }
          pwd >"${each#*=}"
          exit
          ;;
        -XX:SharedClassListFile=*) list=${each#*=} ;;
        -XX:SharedArchiveFile=*) archive=${each#*=} ;;
        esac
      done
      if [ -n "${list:-}" ]; then
        cp "$list" "$archive"
      else
        echo "${archive:-none}"
      fi
      """;

  @TempDir private Path root;

  private Path target;
  private Path archive;
  private Path log;
  private Path java;

  @BeforeEach
  void makeTree() throws IOException {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    final Path examples = root.resolve("sql-examples");
    target = Files.createDirectories(examples.resolve("target"));
    archive = target.resolve("jobs-17.0.99.jsa");
    log = target.resolve("jobs-17.0.99.jsa.log");
    for (String each : List.of("jobs", "launch.sh")) {
      Files.copy(Project.ROOT.resolve("sql-examples").resolve(each), examples.resolve(each));
    }
    Files.createDirectories(examples.resolve("queries"));
    Files.createFile(root.resolve("pom.xml"));
    for (String module : List.of("house", "emulator", "adapter", "driver", "sql-examples")) {
      Files.createDirectories(root.resolve(module).resolve("src/main"));
      Files.createFile(root.resolve(module).resolve("pom.xml"));
    }
    java = root.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, JAVA);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"17.0.99\"\n");
    Files.createFile(target.resolve("jobs.jar"));
  }

  @Test
  void theFirstStartMakesAnArchiveAndTheNextUsesIt() throws Exception {
    assertThat(started()).isEqualTo("none\n");
    await(target, () -> Files.notExists(log));
    assertThat(started()).isEqualTo(archive + "\n");
    assertThat(names(target)).containsExactlyInAnyOrder("jobs.jar", "jobs-17.0.99.jsa");
  }

  @Test
  void anArchiveOfAnOlderJarIsMadeAnew() throws Exception {
    Files.writeString(archive, "old");
    age(archive, Duration.ofHours(1));
    assertThat(started()).isEqualTo("none\n");
    await(target, () -> Files.notExists(log));
    // Made in a folder that stays, wherever the start was.
    assertThat(archive).hasContent(target.getParent().toRealPath().toString());
  }

  @Test
  void aFailureIsToldInALogAndTriedAgainAfterADayOrABuild() throws Exception {
    final Path broken = Files.createFile(java.resolveSibling("broken"));
    assertThat(started()).isEqualTo("none\n");
    await(target, () -> Files.readString(log).endsWith("status 1.\n"));
    assertThat(log).content().startsWith("cannot dump\n");
    final Object first = identity(log);
    assertThat(started()).isEqualTo("none\n");
    assertThat(identity(log)).as("the log of the only try").isEqualTo(first);

    Files.delete(broken);
    age(target.resolve("jobs.jar"), Duration.ofDays(3));
    for (Path each : sources()) {
      age(each, Duration.ofDays(4));
    }
    age(log, Duration.ofDays(2));
    assertThat(started()).isEqualTo("none\n");
    await(target, () -> Files.notExists(log));
    assertThat(started()).isEqualTo(archive + "\n");
  }

  @Test
  void whileOneStartTriesOthersDoNot() throws Exception {
    Files.createFile(log);
    age(log, Duration.ofSeconds(-1)); // the clock of files is coarse
    final Object first = identity(log);
    assertThat(started()).isEqualTo("none\n");
    assertThat(identity(log)).isEqualTo(first);
    assertThat(names(target)).containsExactlyInAnyOrder("jobs.jar", log.getFileName().toString());
  }

  @Test
  @EnabledIf(value = "canBeNobody", disabledReason = "root can write everywhere without setpriv(1)")
  void whereTheCheckoutCannotBeWrittenTheArchiveIsInTheUsersCache() throws Exception {
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
    final Path home = Files.createDirectory(root.resolve("home"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    final Path cache = home.resolve(".cache/bedrock-jobs");
    assertThat(startedByNobody(home)).isEqualTo("none\n");
    await(cache, () -> names(cache).stream().noneMatch(name -> name.endsWith(".log")));
    assertThat(startedByNobody(home)).startsWith(cache + "/jobs-17.0.99-").endsWith(".jsa\n");
    assertThat(Files.getPosixFilePermissions(cache))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(names(target)).containsExactly("jobs.jar");
  }

  @Test
  @EnabledIf(value = "canBeNobody", disabledReason = "root can write everywhere without setpriv(1)")
  void anArchiveThatSomebodyElseMayHavePutThereIsNotUsed() throws Exception {
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
    final Path home = Files.createDirectory(root.resolve("home"));
    final Path cache = Files.createDirectories(home.resolve(".cache/bedrock-jobs"));
    if (!isRoot()) {
      Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("r-xr-xr-x"));
    }
    assertThat(startedByNobody(home)).isEqualTo("none\n");
    assertThat(names(cache)).isEmpty();
  }

  private String started() throws IOException, InterruptedException {
    return output(List.of(), root);
  }

  private String startedByNobody(Path home) throws IOException, InterruptedException {
    return output(
        isRoot() ? List.of("setpriv", "--reuid=" + NOBODY, "--clear-groups") : List.of(), home);
  }

  /** Nothing but what Java says: neither a shell nor a training says anything. */
  private String output(List<String> prefix, Path home) throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("sh", root.resolve("sql-examples/jobs").toString()));
    final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("XDG_CACHE_HOME");
    final Process process = builder.start();
    final String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(each -> !each.startsWith(target)).toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Object identity(Path file) throws IOException {
    return Files.getAttribute(file, "unix:ino");
  }

  private static void age(Path file, Duration age) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  static boolean canBeNobody() {
    return !isRoot()
        || Stream.of("/usr/bin/setpriv", "/bin/setpriv")
            .anyMatch(program -> Files.isExecutable(Path.of(program)));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** Looks whenever something happens in a folder. */
  private static void await(Path folder, Callable<Boolean> condition) throws Exception {
    try (WatchService changes = folder.getFileSystem().newWatchService()) {
      folder.register(
          changes,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_DELETE,
          StandardWatchEventKinds.ENTRY_MODIFY);
      while (!condition.call()) {
        final WatchKey change = changes.poll(1, TimeUnit.MINUTES);
        assertThat(change).as("a change in %s", folder).isNotNull();
        change.pollEvents();
        change.reset();
      }
    }
  }
}
