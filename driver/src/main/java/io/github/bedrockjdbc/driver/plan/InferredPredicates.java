package io.github.bedrockjdbc.driver.plan;

import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Intersect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.metadata.BuiltInMetadata;
import org.apache.calcite.rel.metadata.ChainedRelMetadataProvider;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.ReflectiveRelMetadataProvider;
import org.apache.calcite.rel.metadata.RelMdPredicates;
import org.apache.calcite.rel.metadata.RelMetadataProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * What is known of all rows. Of an INTERSECT it is each predicate of each input: Calcite looks for
 * those that follow from others by compiling and running them, which fails for columns of outer
 * queries. Public as Calcite calls it by reflection.
 */
public final class InferredPredicates extends RelMdPredicates {
  /** Calcite's metadata, with these predicates, and numbers of rows. */
  static final RelMetadataProvider METADATA =
      ChainedRelMetadataProvider.of(
          List.of(
              ReflectiveRelMetadataProvider.reflectiveSource(
                  new InferredPredicates(), BuiltInMetadata.Predicates.Handler.class),
              ReflectiveRelMetadataProvider.reflectiveSource(
                  new GroupedRowCounts(), BuiltInMetadata.MaxRowCount.Handler.class),
              ReflectiveRelMetadataProvider.reflectiveSource(
                  new LimitedRowCounts(), BuiltInMetadata.MinRowCount.Handler.class),
              DefaultRelMetadataProvider.INSTANCE));

  private InferredPredicates() {}

  /** A grand total is there even if no row is, so that nothing is known of it. */
  @Override
  public RelOptPredicateList getPredicates(Aggregate groups, RelMetadataQuery mq) {
    return groups.getGroupSets().stream().anyMatch(ImmutableBitSet::isEmpty)
        ? RelOptPredicateList.EMPTY
        : super.getPredicates(groups, mq);
  }

  /** What is compared with NULL keeps no row and says nothing of a column. */
  @Override
  public RelOptPredicateList getPredicates(Filter filter, RelMetadataQuery mq) {
    return RelOptUtil.conjunctions(filter.getCondition()).stream()
            .anyMatch(InferredPredicates::isOfNull)
        ? RelOptPredicateList.EMPTY
        : super.getPredicates(filter, mq);
  }

  private static boolean isOfNull(RexNode predicate) {
    return predicate instanceof RexCall call
        && call.isA(SqlKind.COMPARISON)
        && call.getOperands().stream().anyMatch(RexUtil::isNull);
  }

  @Override
  public RelOptPredicateList getPredicates(Join join, RelMetadataQuery mq) {
    if (join.getCluster().getPlanner() instanceof BoundedPlanner planner) {
      planner.countInference();
    }
    return super.getPredicates(join, mq);
  }

  @Override
  public RelOptPredicateList getPredicates(Intersect intersect, RelMetadataQuery mq) {
    final Stream<RexNode> known =
        intersect.getInputs().stream()
            .flatMap(input -> mq.getPulledUpPredicates(input).pulledUpPredicates.stream());
    return RelOptPredicateList.of(
        intersect.getCluster().getRexBuilder(), known.distinct().toList());
  }
}
