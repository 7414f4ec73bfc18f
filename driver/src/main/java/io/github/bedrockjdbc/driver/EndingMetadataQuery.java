package io.github.bedrockjdbc.driver;

import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * What is known of parts of a plan; ends a planning for which nobody waits. Handlers are called by
 * reflection: compiling them costs more than they ever save here.
 */
final class EndingMetadataQuery extends RelMetadataQuery {
  /** Calcite asks anew for each condition that a join adds: twice as often with each join. */
  private static final int DEEPEST_ESTIMATE = 8;

  private int depth;

  EndingMetadataQuery() {
    super(new ProxyingMetadataHandlerProvider(InferredPredicates.METADATA));
  }

  @Override
  public Double getRowCount(RelNode node) {
    PlanningThread.check();
    return super.getRowCount(node);
  }

  @Override
  public RelOptCost getCumulativeCost(RelNode node) {
    PlanningThread.check();
    return super.getCumulativeCost(node);
  }

  @Override
  public RelOptPredicateList getPulledUpPredicates(RelNode node) {
    PlanningThread.check();
    return super.getPulledUpPredicates(node);
  }

  @Override
  public Boolean areColumnsUnique(RelNode node, ImmutableBitSet columns, boolean ignoreNulls) {
    PlanningThread.check();
    return super.areColumnsUnique(node, columns, ignoreNulls);
  }

  /** An estimate, null for none; it decides on costs, never on rows. */
  @Override
  public Double getDistinctRowCount(RelNode node, ImmutableBitSet groupKey, RexNode predicate) {
    PlanningThread.check();
    if (depth == DEEPEST_ESTIMATE) {
      return null;
    }
    depth++;
    try {
      return super.getDistinctRowCount(node, groupKey, predicate);
    } finally {
      depth--;
    }
  }

  @Override
  public Double getSelectivity(RelNode node, RexNode predicate) {
    PlanningThread.check();
    return super.getSelectivity(node, predicate);
  }
}
