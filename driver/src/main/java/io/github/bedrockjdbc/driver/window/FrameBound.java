package io.github.bedrockjdbc.driver.window;

import java.math.BigDecimal;
import org.apache.calcite.rex.RexWindowBound;

/**
 * Where a frame begins or ends.
 *
 * @param offset rows, or a distance of values; null if there is none
 * @param distance what the offset means, if it is one of values
 */
record FrameBound(Kind kind, BigDecimal offset, WindowDistance distance) {
  /** On which side of the current row. */
  enum Kind {
    PRECEDING,
    CURRENT,
    FOLLOWING
  }

  static FrameBound of(RexWindowBound bound, BigDecimal offset, WindowDistance distance) {
    if (bound.isCurrentRow()) {
      return new FrameBound(Kind.CURRENT, null, null);
    }
    return new FrameBound(bound.isPreceding() ? Kind.PRECEDING : Kind.FOLLOWING, offset, distance);
  }

  boolean isUnbounded() {
    return kind != Kind.CURRENT && offset == null;
  }

  /** The offset, negative if it goes back. */
  BigDecimal signed() {
    return kind == Kind.PRECEDING ? offset.negate() : offset;
  }
}
