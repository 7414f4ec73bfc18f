package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.predicate.And;
import io.github.bedrockjdbc.adapter.predicate.ColumnPredicate;
import io.github.bedrockjdbc.adapter.predicate.Predicate;

/**
 * A predicate that stays above the scan.
 *
 * @param predicate as {@code EXPLAIN} shows it
 * @param reason why the scan does not answer it alone
 */
public record Residual(String predicate, String reason) {

  /**
   * The reason, by what the scan checks all the same.
   *
   * @param predicate what it checks of the predicate
   */
  static String reason(Predicate predicate) {
    return predicate.equals(And.TRUE)
        ? ColumnPredicate.NO_PARAMETER
        : "only " + predicate + " is sent";
  }

  @Override
  public String toString() {
    return predicate + " (" + reason + ")";
  }
}
