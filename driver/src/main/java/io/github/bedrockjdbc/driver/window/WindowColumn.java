package io.github.bedrockjdbc.driver.window;

/** One window function. */
interface WindowColumn {
  /** Its values, one for each row of a partition. */
  Object[] over(WindowPartition partition);
}
