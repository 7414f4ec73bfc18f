package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.predicate.Operand;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.pushdown.Limit;
import io.github.bedrockjdbc.adapter.pushdown.Order;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.mapping.Mappings;

/** What a planner needs to know of a scan, the same for the logical and the physical one. */
final class ScanTerms {
  private static final double JOBS = 10_000;
  private static final double KEPT_BY_A_CONSTRAINT = 0.1;
  private static final double DETAIL_COSTS_AS_COLUMNS = 100;

  private ScanTerms() {}

  /**
   * The whole query is part of the digest: two scans of which only one is filtered are not the same
   * scan.
   */
  static RelWriter explain(RelWriter writer, JobQuery query, JobsTable jobs) {
    final boolean isForPeople = writer.getDetailLevel() != SqlExplainLevel.DIGEST_ATTRIBUTES;
    return writer
        .item("filter", query.filter())
        .itemIf("requests", isForPeople ? PlannedRequests.of(query, jobs) : List.of(), isForPeople)
        .itemIf("order", query.order().map(Order::keys).orElse(null), query.order().isPresent())
        .itemIf("limit", query.limit().orElse(null), query.limit().isPresent())
        .item("columns", query.projection().stream().map(JobColumn::columnName).toList())
        .itemIf("checkedAbove", query.residuals(), !query.residuals().isEmpty())
        .itemIf("messageRequired", true, query.messageRequired());
  }

  /** The convention, and the order of the rows as far as its columns are among them. */
  static RelTraitSet traits(RelOptCluster cluster, Convention convention, JobQuery query) {
    final List<RelFieldCollation> fields = new ArrayList<>();
    for (Order.Key key : query.order().map(Order::keys).orElse(List.of())) {
      final int place = query.projection().indexOf(key.column());
      if (place < 0) {
        break;
      }
      fields.add(
          new RelFieldCollation(
              place,
              key.isDescending()
                  ? RelFieldCollation.Direction.DESCENDING
                  : RelFieldCollation.Direction.ASCENDING,
              key.areNullsFirst()
                  ? RelFieldCollation.NullDirection.FIRST
                  : RelFieldCollation.NullDirection.LAST));
    }
    return cluster
        .traitSetOf(convention)
        .replaceIf(RelCollationTraitDef.INSTANCE, () -> RelCollations.of(fields));
  }

  /** How many rows a limit lets through, if it is known when a statement is planned. */
  static OptionalLong most(Limit limit) {
    return limit
        .fetch()
        .filter(
            fetch ->
                fetch instanceof Operand.Constant constant && constant.value() instanceof Number)
        .map(fetch -> ((Number) ((Operand.Constant) fetch).value()).longValue())
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  static double rowCount(JobQuery query) {
    final int conjuncts = query.filter().conjuncts().size();
    final double rows =
        query.filter().isFalse()
            ? 0
            : JOBS * Math.pow(KEPT_BY_A_CONSTRAINT, Math.min(3, conjuncts));
    return query.limit().flatMap(Limit::fetch).isPresent() ? Math.min(rows, 100) : rows;
  }

  /** A scan that carries more must cost less, and the planner compares nothing but rows. */
  static RelOptCost cost(RelOptPlanner planner, JobQuery query) {
    final double columns =
        query.projection().size()
            + (query.projection().contains(JobColumn.MESSAGE) ? DETAIL_COSTS_AS_COLUMNS : 0);
    final double rows = rowCount(query);
    return planner.getCostFactory().makeCost(rows * (1 + columns / 100), rows, rows);
  }

  /**
   * The columns used; if none is, one of them: rows without a column do not exist. Any will do but
   * the one that costs requests.
   */
  static ImmutableBitSet orCheapest(ImmutableBitSet used, List<JobColumn> columns) {
    return used.isEmpty()
        ? ImmutableBitSet.of(Math.max(columns.indexOf(JobColumn.JOB_ARN), 0))
        : used;
  }

  /** From places among all columns to places among those that are used. */
  static Mappings.TargetMapping narrowing(ImmutableBitSet used, int columns) {
    return Mappings.target(
        column -> used.get(column) ? used.indexOf(column) : null, columns, used.cardinality());
  }
}
