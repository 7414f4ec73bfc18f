package io.github.bedrockjdbc.driver.window;

import java.math.BigDecimal;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowBounds;

/**
 * Settles frames that reach from value to value where the order is by a constant, which plans leave
 * out: all rows are at no distance from each other, and NULL is at any distance from NULL.
 */
public final class ConstantOrders extends RexShuttle {
  private final RexBuilder rexBuilder;

  public ConstantOrders(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  public RexNode visitOver(RexOver over) {
    final RexOver inner = (RexOver) super.visitOver(over);
    final RexWindow window = inner.getWindow();
    if (window.isRows()
        || window.orderKeys.size() != 1
        || !(window.orderKeys.get(0).left instanceof RexLiteral key)) {
      return inner;
    }
    final RexWindowBound lower = settled(window.getLowerBound(), key);
    final RexWindowBound upper = settled(window.getUpperBound(), key);
    return lower == window.getLowerBound() && upper == window.getUpperBound()
        ? inner
        : rexBuilder.makeOver(
            inner.getParserPosition(),
            inner.getType(),
            inner.getAggOperator(),
            inner.getOperands(),
            window.partitionKeys,
            window.orderKeys,
            lower,
            upper,
            window.getExclude(),
            false,
            true,
            false,
            inner.isDistinct(),
            inner.ignoreNulls());
  }

  /** A lower bound after all rows, or an upper one before them, leaves none in the frame. */
  private static RexWindowBound settled(RexWindowBound bound, RexLiteral key) {
    if (!(bound.getOffset() instanceof RexLiteral distance)) {
      return bound;
    }
    if (key.isNull() || distance.getValueAs(BigDecimal.class).signum() == 0) {
      return RexWindowBounds.CURRENT_ROW;
    }
    return bound.isPreceding()
        ? RexWindowBounds.UNBOUNDED_PRECEDING
        : RexWindowBounds.UNBOUNDED_FOLLOWING;
  }
}
