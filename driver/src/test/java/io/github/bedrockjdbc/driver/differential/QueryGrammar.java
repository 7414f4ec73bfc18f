package io.github.bedrockjdbc.driver.differential;

/** Random statements, the same ones for the same seed and facts. */
final class QueryGrammar {
  private QueryGrammar() {}

  static Query query(long seed, Facts facts) {
    final Draw draw = new Draw(seed, facts);
    final int kind = draw.between(0, 99);
    if (kind < 35) {
      return new CoreStatements(draw).get();
    }
    if (kind < 47) {
      return new Aggregates(draw).get();
    }
    if (kind < 59) {
      return new Combinations(draw).get();
    }
    if (kind < 61) {
      return new Extremes(draw).get();
    }
    return kind < 64 ? new Forms(draw).get() : new Statements(draw).get();
  }
}
