package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.predicate.Operand;
import java.util.Optional;

/**
 * How many rows are wanted.
 *
 * @param offset rows to leave out first; empty: none
 * @param fetch rows to give then; empty: all
 */
public record Limit(Optional<Operand> offset, Optional<Operand> fetch) {
  @Override
  public String toString() {
    return fetch.map(n -> n + (n.toString().equals("1") ? " row" : " rows")).orElse("all rows")
        + offset.map(n -> " after the first " + n).orElse("");
  }
}
