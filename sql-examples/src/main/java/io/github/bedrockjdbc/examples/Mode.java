package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.Hints;
import io.github.bedrockjdbc.examples.price.Prices;
import io.github.bedrockjdbc.examples.script.Place;
import java.util.Optional;

/**
 * How statements are run.
 *
 * @param maxRows 0 for all
 * @param isExplained whether they are explained instead
 * @param areCallsShown whether what they sent is told
 * @param isAgeShown whether the age of rows is told that were read for an earlier one
 * @param prices the table {@code prices}, if the user gave one
 * @param hints what they name
 */
record Mode(
    int maxRows,
    boolean isExplained,
    boolean areCallsShown,
    boolean isAgeShown,
    Optional<Prices> prices,
    Hints hints) {
  static final Mode USUAL = new Mode(0, false, false, false, Optional.empty(), Hints.COMMAND_LINE);

  Mode withCallsShown(boolean shown) {
    return new Mode(maxRows, isExplained, shown, isAgeShown, prices, hints);
  }

  Mode ofPrompt() {
    return new Mode(maxRows, isExplained, areCallsShown, true, prices, Hints.PROMPT);
  }

  /** Whether all that a query reads is there. */
  boolean suits(SavedQuery query) {
    return prices.isPresent() || !Prices.areUsedIn(query.sql());
  }

  /** Where the statement begins in {@link #statement}; what is put before it has its own lines. */
  Place place(String sql) {
    return new Place(
        Math.toIntExact(1 - (statement(sql).lines().count() - sql.lines().count())), 1);
  }

  String statement(String sql) {
    final String whole = prices.map(given -> given.addedTo(sql)).orElse(sql);
    return isExplained && !whole.matches("(?is)EXPLAIN\\b.*")
        ? "EXPLAIN PLAN FOR\n" + whole
        : whole;
  }
}
