package io.github.bedrockjdbc.adapter.detail.plan;

import io.github.bedrockjdbc.adapter.detail.DetailLayout;
import io.github.bedrockjdbc.adapter.engine.Engine;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function2;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;

/** The operator as a source of rows for generated code. */
final class PhysicalJobDetails extends JobDetailsNode implements EnumerableRel {
  PhysicalJobDetails(
      RelTraitSet traits, RelNode input, Engine engine, DetailLayout layout, List<String> names) {
    super(input.getCluster(), traits, input, engine, layout, names);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new PhysicalJobDetails(traits, inputs.get(0), engine(), layout(), names());
  }

  /** Generated code sees public classes only, so it gets the rows as a plain function. */
  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    final BlockBuilder block = new BlockBuilder();
    final Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), Prefer.ARRAY);
    final Expression rows =
        input.physType.convertTo(block.append("input", input.block), JavaRowFormat.ARRAY);
    final PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    final boolean givesValues = physType.getFormat() == JavaRowFormat.SCALAR;
    final Function2<DataContext, Enumerable<Object[]>, Enumerable<?>> details =
        (context, incoming) -> {
          final Enumerable<Object[]> all = new DetailedEnumerable(this, incoming, context);
          return givesValues ? all.select(row -> row[0]) : all;
        };
    final Expression detailed =
        Expressions.call(
            implementor.stash(details, Function2.class),
            Types.lookupMethod(Function2.class, "apply", Object.class, Object.class),
            implementor.getRootExpression(),
            rows);
    block.add(Expressions.return_(null, Expressions.convert_(detailed, Enumerable.class)));
    return implementor.result(physType, block.toBlock());
  }
}
