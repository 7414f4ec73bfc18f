package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Each line of what clients need has a test. */
class ConformanceTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));

  /** Where the lines come from; not everybody has it. */
  private static final Path SOURCE = ROOT.resolve("../shared/jdbc-clients.md");

  /** Sections by name, the lines of each with the tests that prove them. */
  private static Map<String, Map<String, List<String>>> sections() throws IOException {
    final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
    Map<String, List<String>> section = Map.of();
    for (String line : resource().lines().toList()) {
      if (line.startsWith("= ")) {
        section = new LinkedHashMap<>();
        sections.put(line.substring(2), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        final String[] parts = line.split(" [|] ?", 2);
        assertThat(parts).as(line).hasSize(2);
        assertThat(section.put(parts[0], List.of(parts[1].strip().split(" ")))).as(line).isNull();
      }
    }
    return sections;
  }

  private static String resource() throws IOException {
    try (InputStream stream = ConformanceTest.class.getResourceAsStream("/conformance.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyLineHasTestsThatExist() throws IOException {
    final Map<String, String> sources = sources();
    assertThat(sections())
        .containsOnlyKeys(
            "Must work", "Metadata values", "Metadata probes", "Types", "Time zones", "SQLStates");
    for (Map<String, List<String>> section : sections().values()) {
      assertThat(section).isNotEmpty();
      section.forEach(
          (line, tests) ->
              assertThat(tests)
                  .as(line)
                  .isNotEmpty()
                  .allSatisfy(test -> assertThat(isThere(sources, test)).as(test).isTrue()));
    }
  }

  /** A method with one of JUnit's annotations somewhere before it. */
  private static boolean isThere(Map<String, String> sources, String test) {
    final String[] parts = test.split("#", 2);
    return parts.length == 2
        && Pattern.compile(
                "@(Test|ParameterizedTest)\\b[^{}]*(\\{[^{}]*\\}[^{}]*)*\\bvoid "
                    + Pattern.quote(parts[1])
                    + "\\(")
            .matcher(sources.getOrDefault(parts[0], ""))
            .find();
  }

  /** Of the tests of all modules, by class. */
  private static Map<String, String> sources() throws IOException {
    final Map<String, String> sources = new LinkedHashMap<>();
    for (String module : List.of("driver", "clients")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
      }
    }
    return sources;
  }

  @Test
  @EnabledIf(value = "sourceIsThere", disabledReason = "the notes on clients are not here")
  void noLineOfTheNotesIsForgotten() throws IOException {
    final Map<String, Map<String, List<String>>> sections = sections();
    assertThat(forgotten("| call or behaviour |", sections.get("Must work").keySet())).isEmpty();
    assertThat(forgotten("| method | value |", sections.get("Metadata values").keySet())).isEmpty();
  }

  static boolean sourceIsThere() {
    return Files.exists(SOURCE);
  }

  /** The rows of a table whose names no line of ours has, even in several lines together. */
  private static List<String> forgotten(String heading, Set<String> ours) throws IOException {
    final Set<String> known = new TreeSet<>();
    ours.forEach(line -> known.addAll(words(line)));
    final List<String> rows =
        Files.readAllLines(SOURCE).stream()
            .dropWhile(line -> !line.startsWith(heading))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.split("[|]", 3)[1].strip())
            .toList();
    assertThat(rows).hasSizeGreaterThan(9);
    final List<String> forgotten = new ArrayList<>();
    for (String row : rows) {
      final Set<String> missing = words(named(row));
      missing.removeAll(known);
      if (!missing.isEmpty()) {
        forgotten.add(row + " lacks " + missing);
      }
    }
    return forgotten;
  }

  /** What is marked as code, without arguments; all of it where nothing is. */
  private static String named(String row) {
    final String text = row.replaceAll("[(][^)]*[)]", "");
    final String code =
        Pattern.compile("`[^`]*`")
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining(" "));
    return code.isEmpty() ? text : code;
  }

  private static Set<String> words(String text) {
    return Pattern.compile("[A-Za-z_]{4,}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(String::toLowerCase)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
