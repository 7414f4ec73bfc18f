package io.github.bedrockjdbc.examples;

import java.nio.file.Path;

/** Where the sources are. */
final class Project {
  static final Path ROOT = Path.of(System.getProperty("project.root"));

  private Project() {}
}
