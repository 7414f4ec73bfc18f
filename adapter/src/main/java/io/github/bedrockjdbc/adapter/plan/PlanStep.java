package io.github.bedrockjdbc.adapter.plan;

import java.util.List;

/** A node of a plan that says itself what it does. */
public interface PlanStep {
  /**
   * The line of {@code EXPLAIN} for it.
   *
   * @param columns names of the columns of its inputs
   */
  String words(List<String> columns);
}
