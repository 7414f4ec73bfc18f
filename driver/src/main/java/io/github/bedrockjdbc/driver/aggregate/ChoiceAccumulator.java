package io.github.bedrockjdbc.driver.aggregate;

/**
 * One of the values: the least, the greatest, any, or the one that goes with the least of others.
 */
final class ChoiceAccumulator implements Accumulator {
  private final int sign;
  private final int by;
  private boolean hasOne;
  private Object chosen;
  private Object order;

  /**
   * @param sign 1 to choose the least, -1 the greatest, 0 the first
   * @param by the argument to compare
   */
  ChoiceAccumulator(int sign, int by) {
    this.sign = sign;
    this.by = by;
  }

  @Override
  public void add(Object[] arguments) {
    if (!hasOne || sign * SqlOrder.compare(arguments[by], order) < 0) {
      hasOne = true;
      chosen = arguments[0];
      order = arguments[by];
    }
  }

  @Override
  public Object result() {
    return chosen;
  }
}
