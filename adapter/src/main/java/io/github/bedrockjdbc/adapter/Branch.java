package io.github.bedrockjdbc.adapter;

import java.util.ArrayList;
import java.util.List;

/**
 * A conjunction that walks can carry.
 *
 * @param statuses all of them hold
 */
record Branch(List<StatusConstraint> statuses) {
  /** Requires nothing. */
  static final Branch ANY = new Branch(List.of());

  Branch {
    statuses = List.copyOf(statuses);
  }

  /** This and the other constraint. */
  Branch and(StatusConstraint constraint) {
    if (statuses.contains(constraint)) {
      return this;
    }
    final List<StatusConstraint> all = new ArrayList<>(statuses);
    all.add(constraint);
    return new Branch(all);
  }
}
