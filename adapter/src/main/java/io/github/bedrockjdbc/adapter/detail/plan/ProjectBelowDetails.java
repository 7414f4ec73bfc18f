package io.github.bedrockjdbc.adapter.detail.plan;

import io.github.bedrockjdbc.adapter.detail.DetailLayout.Input;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Output;
import io.github.bedrockjdbc.adapter.node.RuleConfig;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/**
 * Computes what needs no detail before details are read, and leaves out details that nobody needs.
 */
final class ProjectBelowDetails extends RelRule<RuleConfig> {
  ProjectBelowDetails(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalProject project = call.rel(0);
    final JobDetails details = call.rel(1);
    if (!project.getVariablesSet().isEmpty()
        || project.getProjects().stream().anyMatch(References::hasSubQuery)) {
      return; // a correlated sub-query reads columns that the expressions do not name
    }
    final boolean isSeparable =
        project.getProjects().stream()
            .allMatch(each -> each instanceof RexInputRef || details.needsNone(each));
    if (isSeparable) {
      call.transformTo(separated(project, details));
    } else {
      narrow(call, project, details);
    }
  }

  private static RelNode separated(LogicalProject project, JobDetails details) {
    final RelNode input = details.getInput();
    final List<RexNode> below = new ArrayList<>();
    final List<Output> outputs = new ArrayList<>();
    for (RexNode expression : project.getProjects()) {
      if (details.needsNone(expression)) {
        final RexNode moved = References.changed(expression, details::inputOf, input);
        outputs.add(new Input(place(moved, below)));
      } else {
        outputs.add(details.layout().outputs().get(((RexInputRef) expression).getIndex()));
      }
    }
    final Map<JobColumn, Integer> needs = new EnumMap<>(JobColumn.class);
    if (outputs.stream().anyMatch(output -> !(output instanceof Input))) {
      details
          .layout()
          .needs()
          .forEach(
              (column, index) ->
                  needs.put(
                      column,
                      place(
                          details.getCluster().getRexBuilder().makeInputRef(input, index), below)));
    }
    final boolean isSame = RexUtil.isIdentity(below, input.getRowType());
    return details.over(
        isSame
            ? input
            : LogicalProject.create(
                input, project.getHints(), below, (List<String>) null, Set.of()),
        needs,
        outputs,
        project.getRowType().getFieldNames());
  }

  /** Where an expression stands in a list, added to it unless its value is there already. */
  private static int place(RexNode expression, List<RexNode> all) {
    if (RexUtil.isDeterministic(expression) && all.contains(expression)) {
      return all.indexOf(expression);
    }
    all.add(expression);
    return all.size() - 1;
  }

  private static void narrow(RelOptRuleCall call, LogicalProject project, JobDetails details) {
    final List<Integer> used = RelOptUtil.InputFinder.bits(project.getProjects(), null).asList();
    if (used.size() == details.layout().outputs().size()) {
      return;
    }
    final RelNode narrowed = details.narrowed(used);
    call.transformTo(
        LogicalProject.create(
            narrowed,
            project.getHints(),
            project.getProjects().stream()
                .map(each -> References.changed(each, used::indexOf, narrowed))
                .toList(),
            project.getRowType(),
            Set.of()));
  }
}
