package io.github.bedrockjdbc.driver.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlAbstractGroupFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/**
 * Leaves GROUPING to groups, even where rows are groups already: the constant that Calcite then
 * writes in its place has another type.
 */
public final class GroupingCalls extends ExpressionRewrite {
  private static final SqlAggFunction GROUPING =
      new SqlAbstractGroupFunction(
          "GROUPING",
          SqlKind.GROUPING,
          ReturnTypes.BIGINT,
          null,
          OperandTypes.ONE_OR_MORE,
          SqlFunctionCategory.SYSTEM);

  /** Aggregates are no expressions. */
  @Override
  RexNode rewritten(RexCall call) {
    return call;
  }

  @Override
  public RelNode visit(RelNode node) {
    final RelNode visited = super.visit(node);
    return visited instanceof Aggregate groups
            && groups.getAggCallList().stream().anyMatch(GroupingCalls::isGrouping)
        ? withCalls(groups)
        : visited;
  }

  private static boolean isGrouping(AggregateCall call) {
    return call.getAggregation().getKind() == SqlKind.GROUPING;
  }

  private static RelNode withCalls(Aggregate groups) {
    final List<AggregateCall> calls = new ArrayList<>();
    for (AggregateCall call : groups.getAggCallList()) {
      calls.add(
          isGrouping(call)
              ? AggregateCall.create(
                  GROUPING,
                  false,
                  false,
                  false,
                  List.of(),
                  call.getArgList(),
                  -1,
                  null,
                  call.getCollation(),
                  call.getType(),
                  call.getName())
              : call);
    }
    return groups.copy(
        groups.getTraitSet(),
        groups.getInput(),
        groups.getGroupSet(),
        groups.getGroupSets(),
        calls);
  }
}
