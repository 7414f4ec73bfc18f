package io.github.bedrockjdbc.driver.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.BedrockDriver;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Classes are loaded ahead, and no more than that. */
class FirstClassesTest {
  @Test
  void areLoadedAndNotInitialized() throws Exception {
    final long drivers = registered();
    try (OwnClasses loader = new OwnClasses()) {
      final Class<?> type = loader.loadClass(FirstClasses.class.getName());
      final Constructor<?> constructor = type.getDeclaredConstructor();
      final Method begin = type.getDeclaredMethod("begin");
      constructor.setAccessible(true);
      begin.setAccessible(true);
      final Object classes = constructor.newInstance();
      begin.invoke(classes);
      begin.invoke(classes);
      for (Thread thread : loadingThreads()) {
        thread.join();
      }
      assertThat(listed()).contains(BedrockDriver.class.getName()).hasSizeGreaterThan(2000);
      assertThat(listed())
          .filteredOn(name -> !loader.hasLoaded(name))
          .hasSizeLessThan(60); // renamed
    }
    assertThat(registered()).isEqualTo(drivers); // a driver registers itself once initialized
  }

  private static List<Thread> loadingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("bedrock-jobs-classes"))
        .toList();
  }

  private static long registered() {
    return DriverManager.drivers().count();
  }

  private static List<String> listed() throws Exception {
    final String list =
        new String(
            FirstClasses.class.getResourceAsStream("first-statement.lst").readAllBytes(),
            StandardCharsets.UTF_8);
    return list.lines().map(line -> line.replaceFirst("\\.class$", "").replace('/', '.')).toList();
  }

  /** The same classes once more. */
  private static final class OwnClasses extends URLClassLoader {
    OwnClasses() {
      super(
          Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
              .map(Path::of)
              .map(OwnClasses::url)
              .toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
      try {
        return path.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(e);
      }
    }

    boolean hasLoaded(String name) {
      return findLoadedClass(name) != null;
    }
  }
}
