package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.testing.Cases;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The Java that runs the tests, and others of at least 17: those of {@code -Djava.others=…}
 * (folders, separated as in a class path), else what is installed beside it. One of each feature
 * version.
 */
final class JavaHomes {
  private JavaHomes() {}

  static Stream<Path> all() {
    final Path own = Path.of(System.getProperty("java.home"));
    final Map<Integer, Path> homes = new TreeMap<>();
    others(own)
        .forEach(home -> feature(home).filter(f -> f >= 17).ifPresent(f -> homes.put(f, home)));
    homes.put(Runtime.version().feature(), own);
    if (homes.size() == 1) {
      System.out.println("No other Java found to run the -all jar on; name some: -Djava.others=…");
    }
    return homes.values().stream();
  }

  /** The newest of them alone; all of them with {@code -Dcases=all}. */
  static Stream<Path> newest() {
    final List<Path> homes = all().toList();
    return homes.stream().skip(homes.size() - Cases.many(homes.size(), 1));
  }

  private static Stream<Path> others(Path own) {
    final String named = System.getProperty("java.others", "");
    return named.isEmpty()
        ? beside(own)
        : Stream.of(named.split(File.pathSeparator, -1)).map(Path::of);
  }

  private static Stream<Path> beside(Path own) {
    try (Stream<Path> siblings = Files.list(own.resolveSibling(""))) {
      return siblings.sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty(); // nothing to look at
    }
  }

  /** Its feature version; empty for what is no JDK. */
  static Optional<Integer> feature(Path home) {
    final Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
      return Optional.empty();
    }
    final Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    final String version = properties.getProperty("JAVA_VERSION", "\"1\"").replace("\"", "");
    return Optional.of(Runtime.Version.parse(version.replaceAll("^1\\..*", "8")).feature());
  }
}
