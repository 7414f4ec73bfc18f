package io.github.bedrockjdbc.adapter.detail.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.logical.LogicalSort;

/** Sorts by what needs no detail, and limits, before details are read. */
final class SortBelowDetails extends RelRule<RuleConfig> {
  SortBelowDetails(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalSort sort = call.rel(0);
    final JobDetails details = call.rel(1);
    final List<RelFieldCollation> keys = new ArrayList<>();
    for (RelFieldCollation key : sort.getCollation().getFieldCollations()) {
      final int place = details.inputOf(key.getFieldIndex());
      if (place < 0) {
        return;
      }
      keys.add(key.withFieldIndex(place));
    }
    call.transformTo(
        details.copy(
            details.getTraitSet(),
            List.of(
                LogicalSort.create(
                    details.getInput(), RelCollations.of(keys), sort.offset, sort.fetch))));
  }
}
