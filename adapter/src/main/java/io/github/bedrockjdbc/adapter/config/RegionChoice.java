package io.github.bedrockjdbc.adapter.config;

import io.github.bedrockjdbc.adapter.api.auth.Regions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which regions the key {@code region} stands for: names, patterns of names, and what is left out.
 *
 * @param elements as they were given; an exception begins with a minus
 */
record RegionChoice(List<String> elements) {
  /** Stands for every region, as {@code *} does. */
  private static final String ALL = "all";

  private static final String ELEMENT = "-?[a-z0-9*][a-z0-9*-]{0,19}";
  private static final String EXCEPTION = "-";

  RegionChoice {
    elements = List.copyOf(elements);
  }

  /**
   * Checks the form, and what can be told before it is known which regions an account has.
   *
   * @throws IllegalArgumentException for an element that is neither name nor pattern
   * @throws ConfigException for a pattern or an exception that means no region anywhere
   */
  static RegionChoice of(List<String> elements) {
    PropertyValue.require(elements.stream().allMatch(element -> element.matches(ELEMENT)));
    final RegionChoice choice = new RegionChoice(elements);
    if (!choice.isPlain()) {
      choice.among(Regions.ofService());
    }
    return choice;
  }

  /** Whether there are only names, which may be of regions that are newer than the driver. */
  boolean isPlain() {
    return elements.stream().allMatch(RegionChoice::isName);
  }

  /** Whether a region is there by its own name, not as one of many. */
  boolean names(String region) {
    return !region.equals(ALL) && elements.contains(region);
  }

  /**
   * The regions themselves, in the order of the elements.
   *
   * @param there what patterns may stand for; one that matches none of these may mean regions of
   *     other partitions
   */
  List<String> among(List<String> there) {
    final Set<String> chosen = new LinkedHashSet<>();
    elements.stream()
        .filter(element -> !isException(element))
        .forEach(element -> chosen.addAll(meant(element, there)));
    final Set<String> left = new LinkedHashSet<>(chosen);
    for (String element : elements) {
      if (isException(element)) {
        final Predicate<String> leftOut = matching(element.substring(EXCEPTION.length()));
        if (chosen.stream().noneMatch(leftOut)) {
          throw RegionMistake.ofException(element, chosen);
        }
        left.removeIf(leftOut);
      }
    }
    if (left.isEmpty()) {
      throw new ConfigException("region excludes every region that it names");
    }
    return List.copyOf(left);
  }

  private static List<String> meant(String element, List<String> there) {
    if (isName(element)) {
      return List.of(element);
    }
    final Predicate<String> wanted = matching(element);
    final List<String> near = there.stream().filter(wanted).toList();
    final List<String> meant =
        near.isEmpty() ? Regions.ofService().stream().filter(wanted).toList() : near;
    if (meant.isEmpty()) {
      throw RegionMistake.ofPattern(element);
    }
    return meant;
  }

  private static boolean isException(String element) {
    return element.startsWith(EXCEPTION);
  }

  private static boolean isName(String element) {
    return !isException(element) && !element.equals(ALL) && !element.contains("*");
  }

  private static Predicate<String> matching(String nameOrPattern) {
    final String pattern = nameOrPattern.equals(ALL) ? "*" : nameOrPattern;
    return Pattern.compile(pattern.replaceAll("\\*+", ".*")).asMatchPredicate();
  }

  @Override
  public String toString() {
    return String.join(",", elements);
  }
}
