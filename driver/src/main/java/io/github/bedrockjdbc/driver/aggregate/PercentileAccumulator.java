package io.github.bedrockjdbc.driver.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;

/** The value at a fraction of the way through values that come in order. */
final class PercentileAccumulator implements Accumulator {
  private final boolean isContinuous;
  private final Representation representation;
  private final List<Object> values = new ArrayList<>();
  private Object fraction;

  /**
   * @param isContinuous between two values too, else always one of them
   */
  PercentileAccumulator(boolean isContinuous, RelDataType result) {
    this.isContinuous = isContinuous;
    this.representation = new Representation(result);
  }

  @Override
  public void add(Object[] arguments) {
    values.add(arguments[0]);
    fraction = arguments[1];
  }

  @Override
  public Object result() {
    if (values.isEmpty() || fraction == null) {
      return null;
    }
    final BigDecimal part = Representation.exact(fraction);
    if (part.signum() < 0 || part.compareTo(BigDecimal.ONE) > 0) {
      throw new ArithmeticException(
          "a percentile must be between 0 and 1, not " + part.toPlainString());
    }
    return representation.of(isContinuous ? between(part.doubleValue()) : at(part));
  }

  private Object at(BigDecimal part) {
    final int rank =
        part.multiply(BigDecimal.valueOf(values.size()))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    return values.get(Math.max(0, rank - 1));
  }

  private double between(double part) {
    final double place = part * (values.size() - 1);
    final double low = value(Math.floor(place));
    final double high = value(Math.ceil(place));
    return low + (high - low) * (place - Math.floor(place));
  }

  private double value(double place) {
    return ((Number) values.get((int) place)).doubleValue();
  }
}
