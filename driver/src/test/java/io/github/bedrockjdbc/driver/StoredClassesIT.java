package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar's classes that a first statement loads, which need not be inflated, and which connecting
 * loads.
 */
class StoredClassesIT {
  /** After a change of what is loaded: write it, {@code -Dstored.update=true}. */
  private static final Path LIST =
      Path.of(System.getProperty("project.root"), "driver", "src", "jar", "first-statement.lst");

  private static final Pattern LOADED = Pattern.compile(".*\\] (\\S+) source: .*-all\\.jar");

  @TempDir Path folder;

  @Test
  void theListNamesWhatAFirstStatementLoads() throws Exception {
    final Set<String> loaded =
        new AllJar(folder)
            .loaded(List.of()).stream()
                .map(LOADED::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1).replace('.', '/') + ".class")
                .collect(Collectors.toCollection(TreeSet::new));
    if (Boolean.getBoolean("stored.update")) {
      Files.write(LIST, loaded);
    }
    final Set<String> listed = listed();
    assertThat(common(loaded, listed)).isGreaterThan(loaded.size() * 97 / 100);
    assertThat(common(loaded, listed)).isGreaterThan(listed.size() * 97 / 100);
  }

  @Test
  void theseAreStoredAndTheOthersAreNot() throws IOException {
    final Set<String> listed = listed();
    try (JarFile jar = new JarFile(AllJar.PATH.toFile())) {
      final Set<String> stored =
          jar.stream()
              .filter(entry -> entry.getMethod() == ZipEntry.STORED && entry.getSize() > 0)
              .map(ZipEntry::getName)
              .collect(Collectors.toSet());
      listed.removeIf(name -> jar.getEntry(name) == null);
      assertThat(stored).isEqualTo(listed);
    }
  }

  private static Set<String> listed() throws IOException {
    return new HashSet<>(Files.readAllLines(LIST));
  }

  private static int common(Set<String> some, Set<String> others) {
    final Set<String> common = new HashSet<>(some);
    common.retainAll(others);
    return common.size();
  }
}
