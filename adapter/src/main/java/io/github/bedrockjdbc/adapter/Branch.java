package io.github.bedrockjdbc.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

  @Override
  public String toString() {
    return statuses.isEmpty()
        ? "everything"
        : statuses.stream().map(StatusConstraint::toString).collect(Collectors.joining(" and "));
  }
}
