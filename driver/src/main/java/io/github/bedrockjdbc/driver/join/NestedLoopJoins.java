package io.github.bedrockjdbc.driver.join;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;

/**
 * Makes nested loops give every row of their second input. A full or right one tells by identity
 * which rows were not matched; rows of one column are their value, which other rows may share, so
 * that they get another column meanwhile.
 */
public final class NestedLoopJoins {
  private NestedLoopJoins() {}

  /**
   * The same plan, with such joins told rows apart.
   *
   * @param plan as it will run
   */
  public static RelNode corrected(RelNode plan) {
    final List<RelNode> inputs = plan.getInputs().stream().map(NestedLoopJoins::corrected).toList();
    final RelNode node =
        inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
    return node instanceof EnumerableNestedLoopJoin join
            && join.getJoinType().generatesNullsOnLeft()
            && join.getRight().getRowType().getFieldCount() < 2
        ? toldApart(join)
        : node;
  }

  private static RelNode toldApart(EnumerableNestedLoopJoin join) {
    final RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    final RelNode right = join.getRight();
    final List<RexNode> columns = new ArrayList<>(rexBuilder.identityProjects(right.getRowType()));
    final List<String> names = new ArrayList<>(right.getRowType().getFieldNames());
    while (columns.size() < 2) {
      names.add("$" + columns.size());
      columns.add(rexBuilder.makeLiteral(true));
    }
    final RelDataType type =
        rexBuilder
            .getTypeFactory()
            .createStructType(columns.stream().map(RexNode::getType).toList(), names);
    final RelNode apart =
        EnumerableCalc.create(
            right, RexProgram.create(right.getRowType(), columns, null, type, rexBuilder));
    final RelNode joined =
        EnumerableNestedLoopJoin.create(
            join.getLeft(), apart, join.getCondition(), join.getVariablesSet(), join.getJoinType());
    return EnumerableCalc.create(
        joined,
        RexProgram.create(
            joined.getRowType(),
            rexBuilder
                .identityProjects(joined.getRowType())
                .subList(0, join.getRowType().getFieldCount()),
            null,
            join.getRowType(),
            rexBuilder));
  }
}
