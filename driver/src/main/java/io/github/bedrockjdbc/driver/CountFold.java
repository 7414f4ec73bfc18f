package io.github.bedrockjdbc.driver;

/** How many there are. */
final class CountFold implements Fold {
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
