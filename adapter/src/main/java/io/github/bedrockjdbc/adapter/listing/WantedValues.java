package io.github.bedrockjdbc.adapter.listing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What values a statement wants of some columns.
 *
 * @param byColumn the only values of a column that any row may have; any, for one that is not there
 */
record WantedValues(Map<String, Set<String>> byColumn) {
  /** Copies the map. */
  WantedValues {
    byColumn = Map.copyOf(byColumn);
  }

  /** Whether a row with that value may be wanted. */
  boolean allows(String column, String value) {
    return of(column).map(values -> values.contains(value)).orElse(true);
  }

  /** Empty if every value may be wanted. */
  Optional<Set<String>> of(String column) {
    return Optional.ofNullable(byColumn.get(column));
  }

  /** What is wanted of some of the columns. */
  WantedValues only(Set<String> columns) {
    final Map<String, Set<String>> some = new HashMap<>(byColumn);
    some.keySet().retainAll(columns);
    return new WantedValues(some);
  }
}
