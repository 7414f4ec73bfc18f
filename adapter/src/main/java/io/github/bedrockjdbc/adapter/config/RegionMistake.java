package io.github.bedrockjdbc.adapter.config;

import io.github.bedrockjdbc.adapter.api.auth.Regions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with a pattern or an exception of the key {@code region}, and what was meant. */
final class RegionMistake {
  private static final int MOST_TOLD = 6;

  private RegionMistake() {}

  /** It matches no region at all. */
  static ConfigException ofPattern(String pattern) {
    final List<String> regions = Regions.ofService();
    final Set<String> known = new TreeSet<>(regions);
    regions.forEach(region -> addPatterns(region, known));
    return new ConfigException(
        "region: no region matches '"
            + pattern
            + "'"
            + Suggestion.to(pattern, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(".")
            + " The regions are "
            + regions.stream()
                .map(region -> region.replaceFirst("-.*", "-*"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  /** It leaves out none of the chosen regions; none are chosen if there are only exceptions. */
  static ConfigException ofException(String exception, Collection<String> chosen) {
    if (chosen.isEmpty()) {
      return new ConfigException(
          "region: '"
              + exception
              + "' excludes a region from an empty list; write all,"
              + exception);
    }
    final String name = exception.substring(1);
    final Set<String> known = new TreeSet<>(chosen);
    if (name.contains("*")) {
      chosen.forEach(region -> addPatterns(region, known));
    }
    final String others =
        chosen.stream().limit(MOST_TOLD).collect(Collectors.joining(", "))
            + (chosen.size() > MOST_TOLD ? " and " + (chosen.size() - MOST_TOLD) + " more" : "");
    return new ConfigException(
        "region: '"
            + exception
            + "' is not among the regions to query"
            + Suggestion.to(name, known)
                .map(near -> "; did you mean '-" + near + "'?")
                .orElse(": " + others));
  }

  /** Patterns that a person could have written for it: {@code us-*}, {@code *-east-1} and such. */
  private static void addPatterns(String region, Set<String> patterns) {
    for (int i = region.indexOf('-'); i >= 0; i = region.indexOf('-', i + 1)) {
      patterns.add(region.substring(0, i + 1) + "*");
      patterns.add("*" + region.substring(i));
    }
  }
}
