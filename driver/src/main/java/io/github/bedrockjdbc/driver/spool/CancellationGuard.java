package io.github.bedrockjdbc.driver.spool;

import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;

/** The rows of its input, until the execution is cancelled. */
final class CancellationGuard extends SingleRel implements EnumerableRel {
  CancellationGuard(RelNode input) {
    super(input.getCluster(), input.getTraitSet(), input);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    final BlockBuilder block = new BlockBuilder();
    final Result rows = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    block.add(
        Expressions.call(
            Types.lookupMethod(CancellableRows.class, "of", DataContext.class, Enumerable.class),
            implementor.getRootExpression(),
            block.append("guarded", rows.block)));
    return implementor.result(rows.physType, block.toBlock());
  }

  @Override
  public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return new CancellationGuard(inputs.get(0));
  }
}
