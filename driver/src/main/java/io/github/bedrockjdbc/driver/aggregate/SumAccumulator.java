package io.github.bedrockjdbc.driver.aggregate;

import io.github.bedrockjdbc.driver.runtime.DoubleMath;
import java.math.BigDecimal;
import org.apache.calcite.rel.type.RelDataType;

/**
 * Sums and averages. Sums of exact numbers are kept without limit: they may pass beyond their type
 * and come back.
 */
final class SumAccumulator implements Accumulator {
  /** What is told of the sum. */
  enum Kind {
    SUM,
    SUM_OR_ZERO,
    AVERAGE
  }

  private final Kind kind;
  private final boolean isExact;
  private final Representation representation;
  private BigDecimal exact = BigDecimal.ZERO;
  private double approximate;
  private long count;

  SumAccumulator(Kind kind, RelDataType argument, RelDataType result) {
    this.kind = kind;
    this.isExact = Representation.isExact(argument);
    this.representation = new Representation(result);
  }

  @Override
  public void add(Object[] arguments) {
    count++;
    if (isExact) {
      exact = exact.add(Representation.exact(arguments[0]));
    } else {
      approximate = DoubleMath.plus(approximate, ((Number) arguments[0]).doubleValue());
    }
  }

  @Override
  public Object result() {
    if (count == 0 && kind != Kind.SUM_OR_ZERO) {
      return null;
    }
    if (kind != Kind.AVERAGE) {
      return representation.of(isExact ? (Number) exact : (Number) approximate);
    }
    return isExact ? representation.quotient(exact, count) : representation.of(approximate / count);
  }
}
