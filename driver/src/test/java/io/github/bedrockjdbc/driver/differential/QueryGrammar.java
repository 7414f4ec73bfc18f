package io.github.bedrockjdbc.driver.differential;

/** Random statements, the same ones for the same seed and facts. */
final class QueryGrammar {
  private QueryGrammar() {}

  static Query query(long seed, Facts facts) {
    final Draw draw = new Draw(seed, facts);
    final int kind = draw.between(0, 99);
    if (kind < 58) {
      return new CoreStatements(draw).get();
    }
    return kind < 78 ? new Aggregates(draw).get() : new Combinations(draw).get();
  }
}
