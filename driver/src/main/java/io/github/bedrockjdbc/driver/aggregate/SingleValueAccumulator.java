package io.github.bedrockjdbc.driver.aggregate;

/** The value of a query that may give one row. */
final class SingleValueAccumulator implements Accumulator {
  private int count;
  private Object value;

  @Override
  public void add(Object[] arguments) {
    if (++count > 1) {
      throw new IllegalStateException("more than one value in agg SINGLE_VALUE");
    }
    value = arguments[0];
  }

  @Override
  public Object result() {
    return value;
  }
}
