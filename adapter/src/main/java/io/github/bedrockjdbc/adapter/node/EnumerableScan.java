package io.github.bedrockjdbc.adapter.node;

import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;

/** A scan as a source of rows for generated code. */
public interface EnumerableScan extends EnumerableRel, RowScan {
  /** Generated code sees public classes only, so it gets the rows as a plain function. */
  @Override
  default Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    final PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    final Function1<DataContext, Enumerable<Object[]>> arrays = rows();
    final Function1<DataContext, ?> rows =
        physType.getFormat() == JavaRowFormat.SCALAR
            ? context -> arrays.apply(context).select(row -> row[0])
            : arrays;
    final Expression opened =
        Expressions.call(
            implementor.stash(rows, Function1.class),
            Types.lookupMethod(Function1.class, "apply", Object.class),
            implementor.getRootExpression());
    return implementor.result(
        physType, Blocks.toBlock(Expressions.convert_(opened, Enumerable.class)));
  }
}
