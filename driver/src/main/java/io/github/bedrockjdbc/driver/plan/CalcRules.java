package io.github.bedrockjdbc.driver.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableFilter;
import org.apache.calcite.adapter.enumerable.EnumerableFilterToCalcRule;
import org.apache.calcite.adapter.enumerable.EnumerableProject;
import org.apache.calcite.adapter.enumerable.EnumerableProjectToCalcRule;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptRules;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.rules.CalcMergeRule;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLocalRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.Programs;

/**
 * Calcite's last rules, which make projections and filters into calculations and merge those that
 * stand above each other. Columns that are used twice are written twice by that, and so on for
 * those that they are made of: what would grow is not merged.
 */
final class CalcRules extends CalcMergeRule {
  /** Expressions of this size are always merged. */
  private static final long SMALL = 500;

  static final Program PROGRAM = Programs.hep(rules(), true, InferredPredicates.METADATA);

  private CalcRules() {
    super(CalcMergeRule.Config.DEFAULT);
  }

  private static List<RelOptRule> rules() {
    final List<RelOptRule> rules = new ArrayList<>(RelOptRules.CALC_RULES);
    // What the last two do, the others do as well.
    rules.removeAll(
        List.of(
            EnumerableRules.ENUMERABLE_FILTER_TO_CALC_RULE,
            EnumerableRules.ENUMERABLE_PROJECT_TO_CALC_RULE,
            CoreRules.CALC_MERGE,
            CoreRules.FILTER_CALC_MERGE,
            CoreRules.PROJECT_CALC_MERGE));
    rules.addAll(List.of(new FilterRule(), new ProjectRule(), new CalcRules()));
    return rules;
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final Calc upper = call.rel(0);
    final Calc lower = call.rel(1);
    final RexProgram above = upper.getProgram();
    final RexProgram below = lower.getProgram();
    if (RexOver.containsOver(above)) {
      return;
    }
    final long[] inputs = new long[below.getOutputRowType().getFieldCount()];
    final long[] sizes = sizes(below, null);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = sizes[below.getProjectList().get(i).getIndex()];
    }
    final long merged = total(above, sizes(above, inputs));
    if (merged <= SMALL || merged <= total(above, sizes(above, null)) + total(below, sizes)) {
      final RexBuilder rexBuilder = upper.getCluster().getRexBuilder();
      call.transformTo(
          upper.copy(
              upper.getTraitSet(),
              lower.getInput(),
              SettledPrograms.settled(
                  RexProgramBuilder.mergePrograms(above, below, rexBuilder), rexBuilder)));
    }
  }

  private static EnumerableCalc calc(RelNode input, RexProgramBuilder program) {
    return EnumerableCalc.create(
        input, SettledPrograms.settled(program.getProgram(), input.getCluster().getRexBuilder()));
  }

  private static RexProgramBuilder program(RelNode input) {
    return new RexProgramBuilder(input.getRowType(), input.getCluster().getRexBuilder());
  }

  /** As Calcite's, of a settled program. */
  private static final class FilterRule extends EnumerableFilterToCalcRule {
    FilterRule() {
      super(EnumerableFilterToCalcRule.Config.DEFAULT);
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
      final EnumerableFilter filter = call.rel(0);
      final RexProgramBuilder program = program(filter.getInput());
      program.addIdentity();
      program.addCondition(filter.getCondition());
      call.transformTo(calc(filter.getInput(), program));
    }
  }

  /** As Calcite's, of a settled program. */
  private static final class ProjectRule extends EnumerableProjectToCalcRule {
    ProjectRule() {
      super(EnumerableProjectToCalcRule.Config.DEFAULT);
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
      final EnumerableProject project = call.rel(0);
      final RexProgramBuilder program = program(project.getInput());
      project.getNamedProjects().forEach(each -> program.addProject(each.left, each.right));
      call.transformTo(calc(project.getInput(), program));
    }
  }

  private static long total(RexProgram program, long[] sizes) {
    long total = 0;
    for (RexLocalRef project : program.getProjectList()) {
      total += sizes[project.getIndex()];
    }
    return total + (program.getCondition() == null ? 0 : sizes[program.getCondition().getIndex()]);
  }

  /**
   * How large each expression of a program is when it is written out.
   *
   * @param inputs sizes of what stands for the columns of the input, null for columns
   */
  private static long[] sizes(RexProgram program, long[] inputs) {
    final List<RexNode> expressions = program.getExprList();
    final long[] sizes = new long[expressions.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = size(expressions.get(i), sizes, inputs);
    }
    return sizes;
  }

  private static long size(RexNode node, long[] sizes, long[] inputs) {
    if (node instanceof RexInputRef column) {
      return inputs == null ? 1 : inputs[column.getIndex()];
    }
    if (node instanceof RexLocalRef ref) {
      return sizes[ref.getIndex()];
    }
    long size = 1;
    if (node instanceof RexCall call) {
      for (RexNode operand : call.getOperands()) {
        size = Math.min(size + size(operand, sizes, inputs), Integer.MAX_VALUE);
      }
    }
    return size;
  }
}
