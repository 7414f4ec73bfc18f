package io.github.bedrockjdbc.examples;

/**
 * How statements are run.
 *
 * @param maxRows 0 for all
 * @param isExplained whether they are explained instead
 * @param areCallsShown whether what they sent is told
 */
record Mode(int maxRows, boolean isExplained, boolean areCallsShown) {
  static final Mode USUAL = new Mode(0, false, false);

  Mode withCallsShown(boolean shown) {
    return new Mode(maxRows, isExplained, shown);
  }

  String statement(String sql) {
    return isExplained && !sql.matches("(?is)EXPLAIN\\b.*") ? "EXPLAIN PLAN FOR\n" + sql : sql;
  }
}
