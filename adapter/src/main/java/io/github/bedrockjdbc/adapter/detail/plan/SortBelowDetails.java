package io.github.bedrockjdbc.adapter.detail.plan;

import io.github.bedrockjdbc.adapter.node.RuleConfig;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexNode;

/**
 * Sorts by what needs no detail, and limits, before details are read: where a filter by details is
 * between, the sort alone, so that a limit above ends the reading.
 */
final class SortBelowDetails extends RelRule<RuleConfig> {
  private final boolean hasFilter;

  SortBelowDetails(RuleConfig config, boolean hasFilter) {
    super(config);
    this.hasFilter = hasFilter;
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalSort sort = call.rel(0);
    final JobDetails details = call.rel(hasFilter ? 2 : 1);
    final List<RelFieldCollation> keys = new ArrayList<>();
    for (RelFieldCollation key : sort.getCollation().getFieldCollations()) {
      final int place = details.inputOf(key.getFieldIndex());
      if (place < 0) {
        return;
      }
      keys.add(key.withFieldIndex(place));
    }
    if (!hasFilter) {
      call.transformTo(sorted(details, keys, sort.offset, sort.fetch));
      return;
    }
    final LogicalFilter filter = call.rel(1);
    if (!keys.isEmpty() && !details.getTraitSet().getCollation().satisfies(sort.getCollation())) {
      final RelNode below =
          filter.copy(filter.getTraitSet(), List.of(sorted(details, keys, null, null)));
      call.transformTo(sort.copy(sort.getTraitSet(), List.of(below)));
    }
  }

  private static RelNode sorted(
      JobDetails details, List<RelFieldCollation> keys, RexNode offset, RexNode fetch) {
    return details.copy(
        details.getTraitSet(),
        List.of(LogicalSort.create(details.getInput(), RelCollations.of(keys), offset, fetch)));
  }
}
