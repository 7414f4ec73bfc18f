package io.github.bedrockjdbc.adapter;

import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.rel.RelWriter;

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
  static RelWriter explain(RelWriter writer, JobQuery query) {
    return writer
        .item("requests", query.branches())
        .itemIf("limit", query.limit().orElse(null), query.limit().isPresent())
        .item("columns", query.projection().stream().map(JobColumn::columnName).toList())
        .itemIf("checkedAbove", query.residuals(), !query.residuals().isEmpty())
        .itemIf("messageRequired", true, query.messageRequired());
  }

  static double rowCount(JobQuery query) {
    double rows = 0;
    for (Branch branch : query.branches()) {
      rows += JOBS * Math.pow(KEPT_BY_A_CONSTRAINT, branch.statuses().size());
    }
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
}
