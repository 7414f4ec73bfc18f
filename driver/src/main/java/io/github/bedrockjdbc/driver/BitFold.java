package io.github.bedrockjdbc.driver;

import java.util.function.LongBinaryOperator;
import org.apache.calcite.rel.type.RelDataType;

/** Whole numbers, bit by bit. */
final class BitFold implements Fold {
  private final LongBinaryOperator operator;
  private final Representation representation;
  private Long bits;

  BitFold(LongBinaryOperator operator, RelDataType result) {
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
