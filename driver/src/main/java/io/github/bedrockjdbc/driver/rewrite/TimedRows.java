package io.github.bedrockjdbc.driver.rewrite;

import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Keeps rows without a time from TUMBLE, HOP and SESSION: they lie in no window, and generated code
 * would fail for them.
 */
public final class TimedRows extends RelHomogeneousShuttle {
  private static final Set<String> FUNCTIONS = Set.of("TUMBLE", "HOP", "SESSION");

  @Override
  public RelNode visit(RelNode node) {
    final RelNode visited = super.visit(node);
    return visited instanceof TableFunctionScan scan
            && scan.getCall() instanceof RexCall call
            && FUNCTIONS.contains(call.getOperator().getName())
            && scan.getInputs().size() == 1
        ? timed(scan, call)
        : visited;
  }

  private static RelNode timed(TableFunctionScan scan, RexCall call) {
    for (RexNode operand : call.getOperands()) {
      if (operand instanceof RexCall descriptor
          && descriptor.isA(SqlKind.DESCRIPTOR)
          && descriptor.getOperands().get(0) instanceof RexInputRef time
          && time.getType().isNullable()) {
        final RelNode input = scan.getInput(0);
        final RexBuilder rexBuilder = scan.getCluster().getRexBuilder();
        return scan.copy(
            scan.getTraitSet(),
            List.of(
                LogicalFilter.create(
                    input, rexBuilder.makeCall(SqlStdOperatorTable.IS_NOT_NULL, time))));
      }
    }
    return scan;
  }
}
