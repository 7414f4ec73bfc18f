package io.github.bedrockjdbc.driver.aggregate;

import java.util.function.LongBinaryOperator;
import org.apache.calcite.rel.type.RelDataType;

/** Whole numbers, bit by bit. */
final class BitAccumulator implements Accumulator {
  private final LongBinaryOperator operator;
  private final Representation representation;
  private Long bits;

  BitAccumulator(LongBinaryOperator operator, RelDataType result) {
    this.operator = operator;
    this.representation = new Representation(result);
  }

  @Override
  public void add(Object[] arguments) {
    final long more = ((Number) arguments[0]).longValue();
    bits = bits == null ? more : operator.applyAsLong(bits, more);
  }

  @Override
  public Object result() {
    return representation.of(bits);
  }
}
