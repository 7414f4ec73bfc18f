package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.node.RuleConfig;
import io.github.bedrockjdbc.adapter.predicate.Operand;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.pushdown.Limit;
import io.github.bedrockjdbc.adapter.pushdown.Order;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.mapping.Mappings;

/**
 * Makes the scan give just the columns that an aggregate above it uses, and just the first job
 * where it is the {@code MIN} or {@code MAX} of the time of submission.
 */
final class AggregateRule extends RelRule<RuleConfig> {
  AggregateRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalAggregate aggregate = call.rel(0);
    final JobsScan scan = call.rel(1);
    final List<JobColumn> columns = scan.query().projection();
    final ImmutableBitSet used =
        ScanTerms.orCheapest(ImmutableBitSet.of(RelOptUtil.getAllFields(aggregate)), columns);
    if (used.cardinality() < columns.size()) {
      narrow(call, aggregate, scan, used);
    } else if (scan.jobs().pushesDown() && isExtreme(aggregate, scan.query())) {
      final boolean isMax = kind(aggregate) == SqlKind.MAX;
      final JobQuery first =
          scan.query()
              .withOrder(Order.bySubmission(isMax))
              .withLimit(new Limit(Optional.empty(), Optional.of(new Operand.Constant(1L))));
      call.transformTo(aggregate.copy(aggregate.getTraitSet(), List.of(scan.with(first))));
    }
  }

  private static void narrow(
      RelOptRuleCall call, LogicalAggregate aggregate, JobsScan scan, ImmutableBitSet used) {
    final List<JobColumn> columns = scan.query().projection();
    final Mappings.TargetMapping mapping = ScanTerms.narrowing(used, columns.size());
    call.transformTo(
        aggregate.copy(
            aggregate.getTraitSet(),
            scan.with(
                scan.query().withProjection(used.toList().stream().map(columns::get).toList())),
            aggregate.getGroupSet().permute(mapping),
            ImmutableBitSet.ORDERING.immutableSortedCopy(
                aggregate.getGroupSets().stream().map(set -> set.permute(mapping)).toList()),
            aggregate.getAggCallList().stream().map(c -> c.transform(mapping)).toList()));
  }

  private static boolean isExtreme(LogicalAggregate aggregate, JobQuery query) {
    if (query.limit().isPresent()
        || !aggregate.getGroupSet().isEmpty()
        || aggregate.getAggCallList().size() != 1) {
      return false;
    }
    final AggregateCall only = aggregate.getAggCallList().get(0);
    return (kind(aggregate) == SqlKind.MIN || kind(aggregate) == SqlKind.MAX)
        && !only.hasFilter()
        && query.projection().get(only.getArgList().get(0)) == JobColumn.SUBMIT_TIME;
  }

  private static SqlKind kind(LogicalAggregate aggregate) {
    return aggregate.getAggCallList().get(0).getAggregation().getKind();
  }
}
