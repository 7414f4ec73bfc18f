package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.node.RuleConfig;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.pushdown.Pushdown;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/** Makes the scan give just the columns that the projection above it uses. */
final class ProjectRule extends RelRule<RuleConfig> {
  ProjectRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalProject project = call.rel(0);
    final JobsScan scan = call.rel(1);
    if (!project.getVariablesSet().isEmpty()) {
      return; // a correlated sub-query reads columns that the expressions do not name
    }
    final Optional<JobQuery> whole = Pushdown.projection(scan.query(), project.getProjects());
    if (whole.isPresent() && !whole.get().projection().isEmpty()) {
      call.transformTo(scan.with(whole.get()));
    } else {
      narrow(call, project, scan);
    }
  }

  private static void narrow(RelOptRuleCall call, LogicalProject project, JobsScan scan) {
    final List<JobColumn> columns = scan.query().projection();
    final ImmutableBitSet named = RelOptUtil.InputFinder.bits(project.getProjects(), null);
    final ImmutableBitSet used = ScanTerms.orCheapest(named, columns);
    if (used.cardinality() == columns.size()) {
      return;
    }
    final JobsScan narrowed =
        scan.with(scan.query().withProjection(used.toList().stream().map(columns::get).toList()));
    call.transformTo(
        LogicalProject.create(
            narrowed,
            project.getHints(),
            RexUtil.apply(ScanTerms.narrowing(used, columns.size()), project.getProjects()),
            project.getRowType(),
            project.getVariablesSet()));
  }
}
