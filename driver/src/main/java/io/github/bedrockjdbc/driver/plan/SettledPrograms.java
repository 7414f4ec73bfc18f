package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.window.ConstantOrders;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.rules.ProjectToWindowRule.ProjectToLogicalProjectAndWindowRule;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.util.Litmus;

/**
 * Programs that are simplified until nothing more changes. Calcite simplifies an expression once
 * while it makes a program of it. That may leave more to simplify, as in {@code CASE} whose
 * branches are equal, and parts that nothing uses any more: its own check of the program then
 * fails.
 */
final class SettledPrograms {
  private SettledPrograms() {}

  static RexProgram settled(RexProgram program, RexBuilder rexBuilder) {
    RexProgram settled = program;
    // Each round drops a part at least.
    for (int round = program.getExprCount();
        round > 0 && !settled.isNormalized(Litmus.IGNORE, rexBuilder);
        round--) {
      settled = settled.normalize(rexBuilder, null);
    }
    return settled;
  }

  /**
   * Makes windows of a projection whose program is settled. Where nothing is left in it but
   * columns, Calcite's rule would make them all of the input's, in their order. It leaves out an
   * order by constants.
   */
  static final class WindowRule extends ProjectToLogicalProjectAndWindowRule {
    WindowRule() {
      super(ProjectToLogicalProjectAndWindowRuleConfig.DEFAULT);
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
      final Project project = call.rel(0);
      final RexBuilder rexBuilder = project.getCluster().getRexBuilder();
      final List<RexNode> projects =
          new ConstantOrders(rexBuilder).visitList(project.getProjects());
      final RexProgram program =
          RexProgram.create(
              project.getInput().getRowType(), projects, null, project.getRowType(), rexBuilder);
      final RexProgram settled = settled(program, rexBuilder);
      if (projects.equals(project.getProjects())
          && settled == program
          && RexOver.containsOver(settled)) {
        super.onMatch(call);
        return;
      }
      final List<RexNode> columns =
          settled.getProjectList().stream().map(settled::expandLocalRef).toList();
      call.transformTo(
          LogicalProject.create(
              project.getInput(),
              project.getHints(),
              columns,
              project.getRowType(),
              project.getVariablesSet()));
    }
  }
}
