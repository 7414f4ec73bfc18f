package io.github.bedrockjdbc.driver.spool;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.BuiltInMethod;

/** The first rows of its input, where Calcite's own limit would read one more. */
public final class EndingLimit extends SingleRel implements EnumerableRel {
  private final RexNode fetch;

  private EndingLimit(RelTraitSet traits, RelNode input, RexNode fetch) {
    super(input.getCluster(), traits, input);
    this.fetch = fetch;
  }

  /** The same plan, with these in place of Calcite's. */
  public static RelNode inserted(RelNode plan) {
    return plan.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode node) {
            final RelNode visited = super.visit(node);
            return visited instanceof EnumerableLimit limit && limit.fetch != null
                ? new EndingLimit(limit.getTraitSet(), rest(limit), limit.fetch)
                : visited;
          }
        });
  }

  private static RelNode rest(EnumerableLimit limit) {
    return limit.offset == null
        ? limit.getInput()
        : EnumerableLimit.create(limit.getInput(), limit.offset, null);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    final BlockBuilder block = new BlockBuilder();
    final Result rows = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    block.add(
        Expressions.call(
            Types.lookupMethod(FirstRows.class, "of", Enumerable.class, int.class),
            block.append("limited", rows.block),
            most(implementor)));
    return implementor.result(rows.physType, block.toBlock());
  }

  /** A parameter's value is a number in an execution's context. */
  private Expression most(EnumerableRelImplementor implementor) {
    return fetch instanceof RexDynamicParam parameter
        ? Expressions.unbox(
            Expressions.convert_(
                Expressions.call(
                    implementor.getRootExpression(),
                    BuiltInMethod.DATA_CONTEXT_GET.method,
                    Expressions.constant("?" + parameter.getIndex())),
                Integer.class))
        : Expressions.constant(RexLiteral.intValue(fetch));
  }

  @Override
  public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return new EndingLimit(traitSet, inputs.get(0), fetch);
  }
}
