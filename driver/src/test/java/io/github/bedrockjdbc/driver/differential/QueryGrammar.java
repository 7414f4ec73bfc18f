package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Random statements, the same ones for the same seed and facts. */
final class QueryGrammar {
  /**
   * A part of the grammar.
   *
   * @param percent of all statements
   */
  private record Share(int percent, Function<Draw, Supplier<Query>> grammar) {}

  private static final List<Share> SHARES =
      List.of(
          new Share(24, CoreStatements::new),
          new Share(10, Aggregates::new),
          new Share(10, Combinations::new),
          new Share(2, Extremes::new),
          new Share(4, Forms::new),
          new Share(3, HidingNames::new),
          new Share(3, OrderedTables::new),
          new Share(2, Recursions::new),
          new Share(3, CommonColumnJoins::new),
          new Share(1, Spans::new),
          new Share(2, NestedWindows::new),
          new Share(36, Statements::new));

  private QueryGrammar() {}

  static Query query(long seed, Facts facts) {
    final Draw draw = new Draw(seed, facts);
    int rest = draw.between(0, SHARES.stream().mapToInt(Share::percent).sum() - 1);
    for (final Share share : SHARES) {
      rest -= share.percent();
      if (rest < 0) {
        return share.grammar().apply(draw).get();
      }
    }
    throw new AssertionError("beyond all shares");
  }
}
