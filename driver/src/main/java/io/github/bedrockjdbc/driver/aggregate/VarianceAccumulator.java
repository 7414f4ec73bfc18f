package io.github.bedrockjdbc.driver.aggregate;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.calcite.rel.type.RelDataType;

/**
 * Variance and standard deviation. Exact numbers are summed up exactly; others by the method of
 * Youngs and Cramer, as differences of large sums of squares would leave nothing.
 */
final class VarianceAccumulator implements Accumulator {
  private final boolean isSample;
  private final boolean isRoot;
  private final boolean isExact;
  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal squares = BigDecimal.ZERO;
  private final PairSums approximate = new PairSums();
  private long count;

  VarianceAccumulator(boolean isSample, boolean isRoot, RelDataType argument) {
    this.isSample = isSample;
    this.isRoot = isRoot;
    this.isExact = Representation.isExact(argument);
  }

  @Override
  public void add(Object[] arguments) {
    count++;
    if (isExact) {
      final BigDecimal value = Representation.exact(arguments[0]);
      sum = sum.add(value);
      squares = squares.add(value.multiply(value));
    } else {
      final double value = ((Number) arguments[0]).doubleValue();
      approximate.add(value, value);
    }
  }

  @Override
  public Object result() {
    final long divisor = isSample ? count - 1 : count;
    if (divisor <= 0) {
      return null;
    }
    final double variance =
        isExact ? exact(BigDecimal.valueOf(divisor)) : approximate.squaresOfX() / divisor;
    return isRoot ? Math.sqrt(variance) : variance;
  }

  private double exact(BigDecimal divisor) {
    final BigDecimal all = BigDecimal.valueOf(count);
    final BigDecimal spread = all.multiply(squares).subtract(sum.multiply(sum));
    return spread.divide(all.multiply(divisor), MathContext.DECIMAL128).doubleValue();
  }
}
