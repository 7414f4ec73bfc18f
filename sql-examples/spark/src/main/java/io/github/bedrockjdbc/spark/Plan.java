package io.github.bedrockjdbc.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one run reads: predicates, each of which becomes a partition with a connection of its own.
 * No job matches two of them, so that a job which changes meanwhile is not read in two states.
 */
record Plan(List<String> predicates) {
  /** Jobs that one partition asks for by their ARN: few enough for several to share the work. */
  private static final int LOOKUPS = 16;

  Plan {
    predicates = List.copyOf(predicates);
  }

  /**
   * A range of time, and what was not final before it.
   *
   * @param partitions into how many parts the range is cut at the most
   * @param open days that have jobs which are not final
   */
  static Plan of(TimeRange range, int partitions, List<OpenDay> open) {
    final List<String> predicates = new ArrayList<>();
    range.slices(partitions).forEach(slice -> predicates.add(slice.predicate()));
    final List<String> arns = new ArrayList<>();
    for (final OpenDay day : open) {
      if (day.isCheaperAsAWhole()) {
        predicates.add(TimeRange.of(day.day()).before(range.from()).predicate());
      } else {
        arns.addAll(day.arns());
      }
    }
    for (int i = 0; i < arns.size(); i += LOOKUPS) {
      predicates.add(lookup(arns.subList(i, Math.min(i + LOOKUPS, arns.size()))));
    }
    return new Plan(predicates);
  }

  private static String lookup(List<String> arns) {
    return arns.stream()
        .map(arn -> "'" + arn.replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "job_arn IN (", ")"));
  }
}
