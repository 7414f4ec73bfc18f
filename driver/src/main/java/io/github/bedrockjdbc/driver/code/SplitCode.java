package io.github.bedrockjdbc.driver.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.sql.SqlKind;

/**
 * Prepares large expressions for Calcite's generator of code, which writes each calculation into
 * one method, while Java's methods have at most 64 KB: parts become methods of their own, and long
 * lists of values become sets.
 */
final class SplitCode {
  /** Expressions of a calculation that is left as it is. */
  private static final int SMALL = 150;

  private final Map<String, Object> stash;

  /**
   * @param stash takes the sets, by names that the code knows
   */
  public SplitCode(Map<String, Object> stash) {
    this.stash = stash;
  }

  public EnumerableRel applied(EnumerableRel plan) {
    return (EnumerableRel) visited(plan);
  }

  private RelNode visited(RelNode node) {
    final List<RelNode> inputs = new ArrayList<>();
    node.getInputs().forEach(input -> inputs.add(visited(input)));
    final RelNode changed =
        inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
    final RelNode numbered = UnitCalls.numbered(changed);
    return numbered instanceof EnumerableCalc calc && isLarge(calc.getProgram())
        ? split(calc)
        : numbered;
  }

  private static boolean isLarge(RexProgram program) {
    return program.getExprList().size() > SMALL
        || program.getExprList().stream().anyMatch(e -> e.isA(SqlKind.SEARCH));
  }

  private EnumerableCalc split(EnumerableCalc calc) {
    final RexProgram program = calc.getProgram();
    final RexBuilder rexBuilder = calc.getCluster().getRexBuilder();
    final SplitExpression split = new SplitExpression(rexBuilder);
    final ValueSet sets = new ValueSet(rexBuilder, stash);
    final List<RexNode> projects = new ArrayList<>();
    program
        .getProjectList()
        .forEach(ref -> projects.add(split.of(program.expandLocalRef(ref).accept(sets))));
    final RexNode condition =
        program.getCondition() == null
            ? null
            : split.of(program.expandLocalRef(program.getCondition()).accept(sets));
    return EnumerableCalc.create(
        calc.getInput(),
        RexProgram.create(
            program.getInputRowType(),
            projects,
            condition,
            program.getOutputRowType(),
            rexBuilder));
  }
}
