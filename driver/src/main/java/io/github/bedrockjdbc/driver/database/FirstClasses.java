package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.api.Daemons;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads the classes of a first statement beside the threads that need them. It initializes none:
 * classes that need one another could make two threads wait for each other without end.
 */
final class FirstClasses {
  /** The files of the classes, one in a line; jars have it, a build's folders may not. */
  private static final String LIST = "first-statement.lst";

  private static final String SUFFIX = ".class";

  private final AtomicBoolean begun = new AtomicBoolean();

  /** Begins, if it has not begun before. */
  void begin() {
    if (!begun.getAndSet(true)) {
      new Daemons("bedrock-jobs-classes").newThread(FirstClasses::load).start();
    }
  }

  private static void load() {
    try (InputStream list = FirstClasses.class.getResourceAsStream(LIST)) {
      if (list != null) {
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
            .lines()
            .forEach(FirstClasses::load);
      }
    } catch (IOException | UncheckedIOException e) {
      return; // each class is loaded when it is needed
    }
  }

  private static void load(String file) {
    final String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
    try {
      Class.forName(name, false, FirstClasses.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return; // whoever needs it is told
    }
  }
}
