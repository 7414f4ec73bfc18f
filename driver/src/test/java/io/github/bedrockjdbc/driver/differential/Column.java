package io.github.bedrockjdbc.driver.differential;

/**
 * What an expression can read.
 *
 * @param sql a column with its table's alias, or a call that stands for one
 * @param isCall whether it is an aggregate or a window function, which no subquery can read
 */
record Column(Part sql, Kind kind, boolean isCall) {
  static Column of(String alias, String name, Kind kind) {
    return new Column(Part.of(alias + "." + name), kind, false);
  }

  static Column call(Part sql, Kind kind) {
    return new Column(sql, kind, true);
  }
}
