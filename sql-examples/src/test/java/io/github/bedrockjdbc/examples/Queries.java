package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The ready-made queries. */
final class Queries {
  static final Path FOLDER = Project.ROOT.resolve("sql-examples/queries");

  private Queries() {}

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }
}
