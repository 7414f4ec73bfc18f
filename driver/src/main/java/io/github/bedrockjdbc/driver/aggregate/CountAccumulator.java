package io.github.bedrockjdbc.driver.aggregate;

/** How many there are. */
final class CountAccumulator implements Accumulator {
  private long count;

  @Override
  public void add(Object[] arguments) {
    count++;
  }

  @Override
  public Object result() {
    return count;
  }
}
