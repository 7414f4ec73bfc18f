package io.github.bedrockjdbc.adapter.detail.plan;

import com.google.common.collect.ImmutableSet;
import io.github.bedrockjdbc.adapter.node.RuleConfig;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/** Checks what needs no detail before details are read. */
final class FilterBelowDetails extends RelRule<RuleConfig> {
  FilterBelowDetails(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalFilter filter = call.rel(0);
    final JobDetails details = call.rel(1);
    final boolean isCorrelated = !filter.getVariablesSet().isEmpty();
    final List<RexNode> below = new ArrayList<>();
    final List<RexNode> above = new ArrayList<>();
    for (RexNode conjunct : RelOptUtil.conjunctions(filter.getCondition())) {
      final boolean isFree =
          details.needsNone(conjunct) && !(isCorrelated && References.hasSubQuery(conjunct));
      (isFree ? below : above).add(conjunct);
    }
    if (below.isEmpty()) {
      return;
    }
    final RelNode input = details.getInput();
    final RelNode filtered =
        LogicalFilter.create(
            input,
            all(
                below.stream()
                    .map(each -> References.changed(each, details::inputOf, input))
                    .toList(),
                input));
    final RelNode moved = details.copy(details.getTraitSet(), List.of(filtered));
    call.transformTo(
        above.isEmpty()
            ? moved
            : LogicalFilter.create(
                moved, all(above, moved), ImmutableSet.copyOf(filter.getVariablesSet())));
  }

  /** A filter takes no condition that is cast to the type it has but for null. */
  private static RexNode all(List<RexNode> conjuncts, RelNode input) {
    final RexBuilder rexBuilder = input.getCluster().getRexBuilder();
    return RexUtil.removeNullabilityCast(
        rexBuilder.getTypeFactory(), RexUtil.composeConjunction(rexBuilder, conjuncts));
  }
}
