package io.github.bedrockjdbc.adapter.detail.plan;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/** References of expressions to the rows below them. */
final class References {
  private References() {}

  static List<Integer> of(RexNode expression) {
    return RelOptUtil.InputFinder.bits(expression).asList();
  }

  /** Whether there is a sub-query in it, which may read columns that it does not name. */
  static boolean hasSubQuery(RexNode expression) {
    return RexUtil.SubQueryFinder.find(expression) != null;
  }

  /** The expression over another row, its references changed. */
  static RexNode changed(RexNode expression, IntUnaryOperator places, RelNode input) {
    return changed(
        expression,
        places,
        place -> input.getRowType().getFieldList().get(place).getType(),
        input.getCluster().getRexBuilder());
  }

  /**
   * @param types of the other row's values, by place
   */
  static RexNode changed(
      RexNode expression,
      IntUnaryOperator places,
      IntFunction<RelDataType> types,
      RexBuilder rexBuilder) {
    return expression.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            final int place = places.applyAsInt(ref.getIndex());
            return rexBuilder.makeInputRef(types.apply(place), place);
          }
        });
  }
}
