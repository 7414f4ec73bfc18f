package io.github.bedrockjdbc.driver.differential;

/** A number that is equal to those near it: sums differ with the order of their terms. */
final class Approximate {
  private static final double TOLERANCE = 1e-9;

  private final double number;

  Approximate(double number) {
    this.number = number;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Approximate approximate && isNear(approximate.number);
  }

  private boolean isNear(double other) {
    return Double.compare(number, other) == 0
        || Math.abs(number - other)
            <= TOLERANCE * Math.max(1, Math.max(Math.abs(number), Math.abs(other)));
  }

  double number() {
    return number;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "~" + number;
  }
}
