package io.github.bedrockjdbc.adapter.engine;

/**
 * Rows that a walk in order requests beyond its limit, so that its first page shows where the last
 * second ends. Few are enough where jobs are submitted one after another; where they were not, more
 * are submitted at once, and later walks request more. Safe for several threads.
 */
final class Overfetch {
  private static final int LEAST = 5;
  private static final int MOST = 125;
  private static final int GROWTH = 5;

  private volatile int rows = LEAST;

  /** How many to request; at least one. */
  int rows() {
    return rows;
  }

  /** A first page did not show it. Walks at the same time may tell of the same jobs. */
  void wereTooFew() {
    rows = Math.min(rows * GROWTH, MOST);
  }
}
