package io.github.bedrockjdbc.driver.aggregate;

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

/** Puts a function of rows between the generated code of a node and that of its input. */
public final class RowFunction {
  private RowFunction() {}

  /** The code of a node with one input. */
  public static EnumerableRel.Result code(
      EnumerableRel node,
      EnumerableRelImplementor implementor,
      Function2<DataContext, Enumerable<Object[]>, Enumerable<Object[]>> function) {
    final BlockBuilder code = new BlockBuilder();
    final EnumerableRel.Result input =
        implementor.visitChild(
            node, 0, (EnumerableRel) node.getInput(0), EnumerableRel.Prefer.ARRAY);
    final Expression rows =
        input.physType.convertTo(code.append("input", input.block), JavaRowFormat.ARRAY);
    final PhysType type =
        PhysTypeImpl.of(implementor.getTypeFactory(), node.getRowType(), JavaRowFormat.ARRAY);
    final Function2<DataContext, Enumerable<Object[]>, ?> shaped =
        type.getFormat() == JavaRowFormat.SCALAR // as others expect of one column
            ? (execution, arrays) -> function.apply(execution, arrays).select(row -> row[0])
            : function;
    code.add(
        Expressions.return_(
            null,
            Expressions.convert_(
                Expressions.call(
                    implementor.stash(shaped, Function2.class),
                    Types.lookupMethod(Function2.class, "apply", Object.class, Object.class),
                    implementor.getRootExpression(),
                    rows),
                Enumerable.class)));
    return implementor.result(type, code.toBlock());
  }
}
