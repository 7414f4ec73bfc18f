package io.github.bedrockjdbc.driver.aggregate;

/** An aggregate function at work on the values of one group, or of one frame of a window. */
interface Accumulator {
  /** One row's arguments; without nulls, unless the function is one that sees them. */
  void add(Object[] arguments);

  /** Of what was added so far; more may follow. */
  Object result();
}
