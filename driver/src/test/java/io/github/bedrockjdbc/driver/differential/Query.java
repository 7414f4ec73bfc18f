package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement and how far its result is determined.
 *
 * @param isTotal whether its order is total, so that each row has its place
 * @param keys positions of the columns it is sorted by, from 0; empty if it is not sorted
 * @param unlimited the statement without its limit where that leaves open which rows come
 * @param functions those of {@link FunctionTable} and of aggregates that it calls
 * @param maxRows as given to {@code Statement.setMaxRows}, 0 for none
 */
record Query(
    Part sql,
    boolean isTotal,
    List<Integer> keys,
    Optional<Part> unlimited,
    int maxRows,
    Set<Construct> constructs,
    Set<String> functions) {
  Query {
    keys = List.copyOf(keys);
    constructs = Set.copyOf(constructs);
    functions = Set.copyOf(functions);
  }

  /** In no order. */
  static Query unordered(Draw draw, Part sql) {
    return new Query(
        sql, false, List.of(), Optional.empty(), 0, draw.constructs(), draw.functions());
  }

  /** Each row has its place. */
  static Query total(Draw draw, Part sql) {
    return new Query(
        sql, true, List.of(), Optional.empty(), 0, draw.constructs(), draw.functions());
  }
}
