package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.detail.plan.JobDetails;
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
  private final IdentityHashMap<RelNode, ImmutableBitSet> used;
  private final RexShuttle subQueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          return super.visitSubQuery(subQuery.clone(subQuery.rel.accept(UnusedColumns.this)));
        }
      };

  private UnusedColumns(IdentityHashMap<RelNode, ImmutableBitSet> used) {
    this.used = used;
  }

  /** The plan without them. */
  public static RelNode dropped(RelNode plan) {
    final IdentityHashMap<RelNode, ImmutableBitSet> used = ColumnUse.of(plan);
    return used.entrySet().stream().allMatch(e -> isWhole(e.getKey(), e.getValue()))
        ? plan
        : plan.accept(new UnusedColumns(used));
  }

  private static boolean isWhole(RelNode node, ImmutableBitSet columns) {
    return columns.cardinality() == node.getRowType().getFieldCount();
  }

  @Override
  public RelNode visit(RelNode node) {
    if (node instanceof JobsScan scan) {
      return narrowed(scan, used.get(scan));
    }
    return node instanceof JobDetails details
        ? narrowed(details, used.get(details))
        : super.visit(node).accept(subQueries);
  }

  private RelNode narrowed(JobDetails details, ImmutableBitSet used) {
    final ImmutableBitSet kept =
        used.isEmpty() ? ImmutableBitSet.of(details.cheapest()) : used; // some column must be there
    final JobDetails below = (JobDetails) super.visit(details);
    return isWhole(details, kept)
        ? below
        : widened(below.narrowed(kept.asList()), kept, details.getRowType());
  }

  private static RelNode narrowed(JobsScan scan, ImmutableBitSet used) {
    final List<JobColumn> columns = scan.query().projection();
    final ImmutableBitSet kept = ScanTerms.orCheapest(used, columns);
    if (isWhole(scan, kept)) {
      return scan;
    }
    final JobsScan narrow =
        scan.with(scan.query().withProjection(kept.toList().stream().map(columns::get).toList()));
    return widened(narrow, kept, scan.getRowType());
  }

  /** With a constant for each column that is not kept. */
  private static RelNode widened(RelNode narrow, ImmutableBitSet kept, RelDataType whole) {
    final RexBuilder rexBuilder = narrow.getCluster().getRexBuilder();
    final List<RexNode> all = new ArrayList<>();
    for (RelDataTypeField field : whole.getFieldList()) {
      all.add(
          kept.get(field.getIndex())
              ? rexBuilder.makeInputRef(narrow, kept.indexOf(field.getIndex()))
              : constant(field.getType(), rexBuilder));
    }
    return LogicalProject.create(narrow, List.of(), all, whole.getFieldNames(), Set.of());
  }

  private static RexNode constant(RelDataType type, RexBuilder rexBuilder) {
    return type.isNullable()
        ? rexBuilder.makeNullLiteral(type)
        : rexBuilder.ensureType(type, rexBuilder.makeZeroLiteral(type), true);
  }
}
