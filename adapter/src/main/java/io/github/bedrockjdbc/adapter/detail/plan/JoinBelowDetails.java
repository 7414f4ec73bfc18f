package io.github.bedrockjdbc.adapter.detail.plan;

import io.github.bedrockjdbc.adapter.detail.DetailLayout.Input;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Output;
import io.github.bedrockjdbc.adapter.node.RuleConfig;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexNode;

/** Joins by what needs no detail before details are read: for fewer jobs, or no more. */
final class JoinBelowDetails extends RelRule<RuleConfig> {
  private final boolean isLeft;

  /**
   * @param isLeft which input has the details
   */
  JoinBelowDetails(RuleConfig config, boolean isLeft) {
    super(config);
    this.isLeft = isLeft;
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalJoin join = call.rel(0);
    final JobDetails details = call.rel(isLeft ? 1 : 2);
    final RelNode left = isLeft ? details.getInput() : call.rel(1);
    final RelNode right = isLeft ? call.rel(2) : details.getInput();
    final int before = isLeft ? 0 : join.getLeft().getRowType().getFieldCount();
    final int width = details.layout().outputs().size();
    final RexNode condition = join.getCondition();
    final boolean needsDetails =
        References.of(condition).stream()
            .anyMatch(
                ref -> ref >= before && ref < before + width && details.inputOf(ref - before) < 0);
    if (needsDetails
        || !join.getVariablesSet().isEmpty()
        || References.hasSubQuery(condition)
        || (!isLeft && !join.getJoinType().projectsRight())) {
      return;
    }
    final int inner = details.getInput().getRowType().getFieldCount();
    final RelNode joined =
        join.copy(
            join.getTraitSet(),
            changed(condition, details, before, join, left, right),
            left,
            right,
            join.getJoinType(),
            join.isSemiJoinDone());
    final List<Output> outputs = new ArrayList<>();
    for (int i = 0; i < join.getRowType().getFieldCount(); i++) {
      outputs.add(output(i, details, before, width, inner));
    }
    final Map<JobColumn, Integer> needs = new EnumMap<>(JobColumn.class);
    details.layout().needs().forEach((column, index) -> needs.put(column, before + index));
    call.transformTo(details.over(joined, needs, outputs, join.getRowType().getFieldNames()));
  }

  private static Output output(int place, JobDetails details, int before, int width, int inner) {
    if (place < before) {
      return new Input(place);
    }
    if (place >= before + width) {
      return new Input(place - width + inner);
    }
    final int input = details.inputOf(place - before);
    return input < 0 ? details.layout().outputs().get(place - before) : new Input(before + input);
  }

  private static RexNode changed(
      RexNode condition,
      JobDetails details,
      int before,
      LogicalJoin join,
      RelNode left,
      RelNode right) {
    final int width = details.layout().outputs().size();
    final int inner = details.getInput().getRowType().getFieldCount();
    final int leftWidth = left.getRowType().getFieldCount();
    return References.changed(
        condition,
        place -> ((Input) output(place, details, before, width, inner)).index(),
        place ->
            place < leftWidth
                ? left.getRowType().getFieldList().get(place).getType()
                : right.getRowType().getFieldList().get(place - leftWidth).getType(),
        join.getCluster().getRexBuilder());
  }
}
