package io.github.bedrockjdbc.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Runs what is named, or everything, and prints a table. */
public final class Benchmarks {
  private static final Map<String, Group> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("scan", Scans::full);
    GROUPS.put("slow", Scans::slow);
    GROUPS.put("first", Scans::first);
    GROUPS.put("encrypted", Encrypted::all);
    GROUPS.put("details", Scans::details);
    GROUPS.put("kept", Kept::memory);
    GROUPS.put("reports", Kept::reports);
    GROUPS.put("renewal", Kept::renewal);
    GROUPS.put("memory", Children::million);
    GROUPS.put("cold", Children::cold);
    GROUPS.put("planning", InMemory::planning);
    GROUPS.put("reading", InMemory::reading);
  }

  /** Some lines of the table. */
  @FunctionalInterface
  private interface Group {
    List<Outcome> run() throws Exception;
  }

  private Benchmarks() {}

  /**
   * Measures.
   *
   * @param arguments names of groups, joined by commas; none or {@code all}: every group
   */
  public static void main(String[] arguments) throws Exception {
    final String wanted = arguments.length == 0 ? "all" : arguments[0];
    final Set<String> names =
        wanted.equals("all") ? GROUPS.keySet() : Set.of(wanted.split(",", -1));
    if (!GROUPS.keySet().containsAll(names)) {
      throw new IllegalArgumentException(names + " are not all among " + GROUPS.keySet());
    }
    final StringBuilder table = new StringBuilder(Outcome.HEAD).append('\n');
    for (Map.Entry<String, Group> group : GROUPS.entrySet()) {
      if (names.contains(group.getKey())) {
        for (Outcome outcome : group.getValue().run()) {
          System.err.println(outcome);
          table.append(outcome).append('\n');
        }
      }
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "Java %s, %d processors%n%n%s",
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            table));
  }
}
