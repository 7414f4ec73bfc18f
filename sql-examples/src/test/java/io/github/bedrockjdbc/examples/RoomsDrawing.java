package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drawings of which package may use which, made from the rules that {@code HouseTest} enforces. An
 * arrow that others imply is left out.
 */
final class RoomsDrawing {
  private static final Pattern ENTRY =
      Pattern.compile("entry\\(\\s*\"([a-z.]*)\",\\s*Set\\.of\\(([^)]*)\\)");
  private static final Pattern MODULE =
      Pattern.compile("<artifactId>bedrock-jobs-(adapter|emulator)</artifactId>(?s:(.*?))</dep");

  private RoomsDrawing() {}

  /** The arrows between the packages of a module. */
  static String of(String module) throws IOException {
    final String rules =
        Files.readString(
            Project.ROOT.resolve(
                module + "/src/test/java/io/github/bedrockjdbc/" + module + "/HouseTest.java"));
    final Map<String, Set<String>> arrows = new TreeMap<>();
    ENTRY
        .matcher(rules)
        .results()
        .forEach(
            entry ->
                arrows.put(
                    entry.group(1),
                    Arrays.stream(entry.group(2).split("[\\s\",]+"))
                        .filter(room -> !room.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new))));
    final StringBuilder drawing = new StringBuilder("flowchart TD\n");
    arrows.forEach(
        (from, all) ->
            all.stream()
                .filter(to -> !isImplied(from, to, arrows))
                .forEach(
                    to ->
                        drawing.append(
                            "  " + node(from, module) + " --> " + node(to, module) + "\n")));
    return Page.block("mermaid", drawing.toString());
  }

  /** Which modules the code of a module uses, by the POMs; the others use the driver by its URL. */
  static String modules() throws IOException {
    final StringBuilder drawing = new StringBuilder("flowchart LR\n");
    for (String module : new String[] {"sql-examples", "driver", "adapter"}) {
      MODULE
          .matcher(Files.readString(Project.ROOT.resolve(module + "/pom.xml")))
          .results()
          .filter(dependency -> !dependency.group(2).contains("<scope>test"))
          .map(dependency -> dependency.group(1))
          .filter(other -> !other.equals(module))
          .map(other -> "  " + module + " --> " + other + "\n")
          .distinct()
          .forEach(drawing::append);
    }
    return Page.block(
        "mermaid",
        drawing
            + "  sql-examples -. a JDBC URL .-> driver\n"
            + "  adapter -- HTTPS --> service[(Amazon Bedrock)]\n"
            + "  adapter -. HTTP, in tests .-> emulator\n");
  }

  private static boolean isImplied(String from, String to, Map<String, Set<String>> arrows) {
    return arrows.get(from).stream()
        .filter(between -> !between.equals(to))
        .anyMatch(between -> reaches(between, to, arrows));
  }

  private static boolean reaches(String from, String to, Map<String, Set<String>> arrows) {
    return from.equals(to)
        || arrows.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, to, arrows));
  }

  private static String node(String room, String module) {
    if (room.isEmpty()) {
      return module;
    }
    return room.contains(".") ? room.replace('.', '_') + "[" + room + "]" : room;
  }
}
