package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.driver.code.UnitCalls;
import io.github.bedrockjdbc.driver.rewrite.BoundedTexts;
import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import io.github.bedrockjdbc.driver.thread.PlanningThread;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.DataContexts;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexExecutorImpl;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/**
 * Computes what is constant while a statement is planned, by the code that would run later, so that
 * it is as bounded and ends with the planning. What gives a long text is left for then: a plan
 * would carry the text along, and no code can hold it.
 */
final class ConstantReduction extends RexExecutorImpl {
  private static final int LONG = 1000;

  ConstantReduction(Cancellation planning) {
    super(context(new ExecutionState(planning)));
  }

  private static DataContext context(ExecutionState state) {
    return DataContexts.of(name -> name.equals(ExecutionState.NAME) ? state : null);
  }

  @Override
  public void reduce(RexBuilder rexBuilder, List<RexNode> constants, List<RexNode> reducedValues) {
    final BoundedTexts bounded = new BoundedTexts(rexBuilder);
    final List<RexNode> code =
        constants.stream()
            .map(constant -> UnitCalls.numbered(bounded.applied(constant), rexBuilder))
            .toList();
    final List<RexNode> values = new ArrayList<>();
    super.reduce(rexBuilder, code, values);
    PlanningThread.check();
    for (int i = 0; i < values.size(); i++) {
      final RexNode value = values.get(i);
      reducedValues.add(value.equals(code.get(i)) || isLong(value) ? constants.get(i) : value);
    }
  }

  private static boolean isLong(RexNode value) {
    return value.isA(SqlKind.CAST)
        ? isLong(((RexCall) value).getOperands().get(0))
        : value instanceof RexLiteral literal
            && literal.getValue3() instanceof String text
            && text.length() > LONG;
  }
}
