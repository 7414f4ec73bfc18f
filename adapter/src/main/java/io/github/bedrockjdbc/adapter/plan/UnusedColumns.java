package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Makes scans give just the columns that a plan uses, with a constant for each of the others. So
 * everything above a scan, correlated sub-queries included, stays as it is written.
 */
public final class UnusedColumns extends RelHomogeneousShuttle {
  private final IdentityHashMap<JobsScan, ImmutableBitSet> used;
  private final RexShuttle subQueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          return super.visitSubQuery(subQuery.clone(subQuery.rel.accept(UnusedColumns.this)));
        }
      };

  private UnusedColumns(IdentityHashMap<JobsScan, ImmutableBitSet> used) {
    this.used = used;
  }

  /** The plan without them. */
  public static RelNode dropped(RelNode plan) {
    final IdentityHashMap<JobsScan, ImmutableBitSet> used = ColumnUse.of(plan);
    return used.entrySet().stream().allMatch(e -> isWhole(e.getKey(), e.getValue()))
        ? plan
        : plan.accept(new UnusedColumns(used));
  }

  private static boolean isWhole(JobsScan scan, ImmutableBitSet columns) {
    return columns.cardinality() == scan.query().projection().size();
  }

  @Override
  public RelNode visit(RelNode node) {
    return node instanceof JobsScan scan
        ? narrowed(scan, used.get(scan))
        : super.visit(node).accept(subQueries);
  }

  private static RelNode narrowed(JobsScan scan, ImmutableBitSet used) {
    final List<JobColumn> columns = scan.query().projection();
    final ImmutableBitSet kept = ScanTerms.orCheapest(used, columns);
    if (isWhole(scan, kept)) {
      return scan;
    }
    final JobsScan narrow =
        scan.with(scan.query().withProjection(kept.toList().stream().map(columns::get).toList()));
    final RexBuilder rexBuilder = scan.getCluster().getRexBuilder();
    final List<RexNode> all = new ArrayList<>();
    for (RelDataTypeField field : scan.getRowType().getFieldList()) {
      all.add(
          kept.get(field.getIndex())
              ? rexBuilder.makeInputRef(narrow, kept.indexOf(field.getIndex()))
              : constant(field.getType(), rexBuilder));
    }
    return LogicalProject.create(
        narrow, List.of(), all, scan.getRowType().getFieldNames(), Set.of());
  }

  private static RexNode constant(RelDataType type, RexBuilder rexBuilder) {
    return type.isNullable()
        ? rexBuilder.makeNullLiteral(type)
        : rexBuilder.ensureType(type, rexBuilder.makeZeroLiteral(type), true);
  }
}
