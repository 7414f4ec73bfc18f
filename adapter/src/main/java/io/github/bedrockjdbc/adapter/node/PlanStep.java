package io.github.bedrockjdbc.adapter.node;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** A node of a plan that says itself what it does. */
public interface PlanStep {
  /**
   * The line of {@code EXPLAIN} for it.
   *
   * @param columns names of the columns of its inputs
   */
  String words(List<String> columns);

  /**
   * The requests that it would send, for people; none if it sends none.
   *
   * @param rows the most rows that its input gives; empty if that is not known
   * @param maxAge how old what it gives may be
   */
  default List<String> requests(OptionalLong rows, Duration maxAge) {
    return List.of();
  }
}
