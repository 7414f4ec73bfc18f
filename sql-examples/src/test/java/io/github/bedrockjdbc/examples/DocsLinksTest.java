package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation's links lead to files and headings that exist, and so do its class names. */
class DocsLinksTest {
  private static final Pattern LINK =
      Pattern.compile("(?:\\]\\(|src=\")(?!https?:)([^)#\"\\s]*)(?:#([^)\"\\s]+))?[)\"]");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w*)(?:\\.java)?`");

  /** Pages that tell how the code is built. */
  private static final List<String> ON_CODE = List.of("CONTRIBUTING.md", "docs/architecture.md");

  /** Names of Calcite and of the service. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "HepPlanner",
          "DatabaseMetaData",
          "ListModelInvocationJobs",
          "GetModelInvocationJob",
          "PreparedStatement");

  @Test
  void linksLead() throws IOException {
    int links = 0;
    for (Page page : Pages.all()) {
      for (MatchResult link : page.find(LINK).toList()) {
        final Path file =
            link.group(1).isEmpty()
                ? page.file()
                : page.file().resolveSibling(link.group(1)).normalize();
        assertThat(file).as("%s: %s", page, link.group()).exists();
        if (link.group(2) != null) {
          assertThat(anchors(Page.read(file)))
              .as("%s: %s", page, link.group())
              .contains(link.group(2));
        }
        links++;
      }
    }
    assertThat(links).isGreaterThan(50);
  }

  @Test
  void classesExist() throws IOException {
    final Set<String> classes = classes();
    for (String name : ON_CODE) {
      final Set<String> named =
          Pages.of(name).find(CLASS).map(found -> found.group(1)).collect(Collectors.toSet());
      named.removeAll(OF_OTHERS);
      assertThat(classes).as(name).containsAll(named);
      assertThat(named).hasSizeGreaterThan(10);
    }
  }

  /** Each package is described, once, and no other. */
  @Test
  void architectureTellsOfEachPackage() throws IOException {
    final String page = Pages.of("docs/architecture.md").text();
    for (String module : List.of("adapter", "driver", "emulator")) {
      final String section = page.split("\n### `" + module + "`\n", 2)[1].split("\n##", 2)[0];
      final Set<String> told =
          Pattern.compile("(?m)^\\| `([a-z.]+)` \\|")
              .matcher(section)
              .results()
              .map(row -> row.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(told).as(module).isEqualTo(packages(module));
    }
  }

  private static Set<String> packages(String module) throws IOException {
    final Path root =
        Project.ROOT.resolve(module + "/src/main/java/io/github/bedrockjdbc/" + module);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith("package-info.java") && !file.getParent().equals(root))
          .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Project.ROOT)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java"))
          .map(file -> file.substring(0, file.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  /** As GitHub makes them. */
  private static List<String> anchors(Page page) {
    return page.find(HEADING)
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_\\- ]", "").replace(' ', '-'))
        .toList();
  }
}
