package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All pages of the documentation: those of the root, docs, and the examples' own READMEs. */
final class Pages {
  private Pages() {}

  static List<Page> all() throws IOException {
    final List<Path> files = new ArrayList<>();
    files.add(Project.ROOT.resolve("README.md"));
    files.add(Project.ROOT.resolve("CONTRIBUTING.md"));
    files.add(Project.ROOT.resolve("CHANGELOG.md"));
    files.add(Project.ROOT.resolve("SECURITY.md"));
    files.addAll(under("docs", 2, ".md"));
    files.addAll(under("sql-examples", 2, "README.md"));
    final List<Page> pages = new ArrayList<>();
    for (Path file : files) {
      pages.add(Page.read(file));
    }
    return pages;
  }

  static Page of(String name) throws IOException {
    return Page.read(Project.ROOT.resolve(name));
  }

  /** A checked part, of whichever page has it. */
  static String part(String name) throws IOException {
    return all().stream()
        .flatMap(page -> page.part(name).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No page has a part " + name));
  }

  private static List<Path> under(String folder, int depth, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(Project.ROOT.resolve(folder), depth)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
