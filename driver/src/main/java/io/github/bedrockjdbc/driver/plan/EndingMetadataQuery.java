package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.thread.PlanningThread;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.CyclicMetadataException;
import org.apache.calcite.rel.metadata.MetadataHandler;
import org.apache.calcite.rel.metadata.MetadataHandlerProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * What is known of parts of a plan; ends a planning for which nobody waits. Handlers are called by
 * reflection: compiling them costs more than they ever save here.
 */
final class EndingMetadataQuery extends RelMetadataQuery {
  /** Every query asks for all handlers, which keep nothing of it: each is made once. */
  private static final MetadataHandlerProvider HANDLERS =
      new ProxyingMetadataHandlerProvider(InferredPredicates.METADATA) {
        private final Map<Class<?>, MetadataHandler<?>> handlers = new ConcurrentHashMap<>();

        @Override
        public <H extends MetadataHandler<?>> H handler(Class<H> type) {
          return type.cast(handlers.computeIfAbsent(type, each -> super.handler(type)));
        }
      };

  /** As many as Calcite takes a table for of which it knows nothing. */
  private static final double SOME_ROWS = 100;

  EndingMetadataQuery() {
    super(HANDLERS);
  }

  @Override
  public Double getRowCount(RelNode node) {
    PlanningThread.check();
    return unlessCyclic(() -> super.getRowCount(node), SOME_ROWS);
  }

  @Override
  public RelOptCost getCumulativeCost(RelNode node) {
    PlanningThread.check();
    return super.getCumulativeCost(node);
  }

  @Override
  public RelOptPredicateList getPulledUpPredicates(RelNode node) {
    PlanningThread.check();
    return unlessCyclic(() -> super.getPulledUpPredicates(node), RelOptPredicateList.EMPTY);
  }

  /** Of a part whose equal has it below itself, Calcite knows only to fail. */
  private static <T> T unlessCyclic(Supplier<T> known, T unknown) {
    try {
      return known.get();
    } catch (CyclicMetadataException e) {
      return unknown;
    }
  }

  @Override
  public Boolean areColumnsUnique(RelNode node, ImmutableBitSet columns, boolean ignoreNulls) {
    PlanningThread.check();
    return super.areColumnsUnique(node, columns, ignoreNulls);
  }

  /**
   * Unknown, as of the columns nobody has counted the values. Calcite would guess it of a join from
   * guesses of what is below, several times at each level.
   */
  @Override
  public Double getDistinctRowCount(RelNode node, ImmutableBitSet groupKey, RexNode predicate) {
    return groupKey.isEmpty() ? 1.0 : null;
  }

  @Override
  public Double getPopulationSize(RelNode node, ImmutableBitSet groupKey) {
    return null;
  }

  @Override
  public Double getSelectivity(RelNode node, RexNode predicate) {
    PlanningThread.check();
    return super.getSelectivity(node, predicate);
  }
}
