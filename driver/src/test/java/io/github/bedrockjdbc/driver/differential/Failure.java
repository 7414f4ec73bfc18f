package io.github.bedrockjdbc.driver.differential;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A query that does not give what it should.
 *
 * @param kind the same for failures that may have the same cause
 * @param described how to run it again, and what is wrong
 */
record Failure(String kind, String described, String sql) {
  private static final int SHOWN = 3;

  /** Of a text on what is wrong. */
  static Failure of(String what, String described, String sql) {
    return new Failure(kind(what), described, sql);
  }

  /** The first line, and the last one of a chain of causes, without what differs by chance. */
  private static String kind(String what) {
    final List<String> lines =
        what.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    final String text =
        what.contains(" fails:") && lines.size() > 1
            ? lines.get(0) + " " + lines.get(1) + " … " + lines.get(lines.size() - 1)
            : lines.get(0);
    final String plain =
        text.replaceAll("'[^']*'", "'…'")
            .replaceAll("q[0-9]+\\b", "q")
            .replaceAll("[0-9]+", "0")
            .replaceAll(": \\[Described.*", "");
    return plain.substring(0, Math.min(plain.length(), 240));
  }

  /** The kinds with their numbers and shortest statements, the most frequent first. */
  static String grouped(List<Failure> failures) {
    final Map<String, List<Failure>> kinds =
        failures.stream()
            .collect(Collectors.groupingBy(Failure::kind, TreeMap::new, Collectors.toList()));
    return kinds.values().stream()
        .sorted(Comparator.comparing((List<Failure> some) -> -some.size()))
        .map(
            some ->
                "== %d: %s%n%s"
                    .formatted(
                        some.size(),
                        some.get(0).kind(),
                        some.stream()
                            .sorted(Comparator.comparing(failure -> failure.sql().length()))
                            .limit(SHOWN)
                            .map(Failure::described)
                            .collect(Collectors.joining("\n--\n"))))
        .collect(Collectors.joining("\n"));
  }
}
