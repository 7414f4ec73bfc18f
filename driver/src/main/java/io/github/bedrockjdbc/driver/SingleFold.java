package io.github.bedrockjdbc.driver;

/** The value of a query that may give one row. */
final class SingleFold implements Fold {
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
