package io.github.bedrockjdbc.driver.spool;

import io.github.bedrockjdbc.adapter.node.PlanStep;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator.InputGetter;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rex.RexFieldAccess;

/**
 * Keeps the rows of what a loop reads again and again, for one execution.
 *
 * <p>Without columns it keeps all rows for each value of the key, which is all that they depend on.
 * With columns the rows depend on nothing, and those are given whose columns equal the key.
 */
final class RowSpool extends SingleRel implements EnumerableRel, PlanStep {
  private final List<RexFieldAccess> key;
  private final List<Integer> columns;

  private RowSpool(
      RelTraitSet traits, RelNode input, List<RexFieldAccess> key, List<Integer> columns) {
    super(input.getCluster(), traits, input);
    this.key = List.copyOf(key);
    this.columns = List.copyOf(columns);
  }

  /** Keeps rows for each value of what they depend on. */
  static RowSpool of(RelNode input, List<RexFieldAccess> key) {
    return new RowSpool(input.getTraitSet(), input, key, List.of());
  }

  /** The same rows, of which a key chooses; it has as many fields as there are columns. */
  RowSpool chosenBy(List<Integer> newColumns, List<RexFieldAccess> newKey) {
    return new RowSpool(getTraitSet(), getInput(), newKey, newColumns);
  }

  boolean isOfAllRows() {
    return key.isEmpty();
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    final BlockBuilder block = new BlockBuilder();
    final Result rows = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    final Expression open = Expressions.lambda(rows.block, List.of());
    final Expression values = key(implementor, block);
    final Expression root = implementor.getRootExpression();
    block.add(
        columns.isEmpty()
            ? Expressions.call(
                implementor.stash(new SpooledRows(), SpooledRows.class),
                Types.lookupMethod(
                    SpooledRows.class, "rows", DataContext.class, Function0.class, Object[].class),
                root,
                open,
                values)
            : Expressions.call(
                implementor.stash(new IndexedRows(), IndexedRows.class),
                Types.lookupMethod(
                    IndexedRows.class,
                    "rows",
                    DataContext.class,
                    Function0.class,
                    Function1.class,
                    Object[].class),
                root,
                open,
                rows.physType.generateAccessor(columns),
                values));
    return implementor.result(rows.physType, block.toBlock());
  }

  private Expression key(EnumerableRelImplementor implementor, BlockBuilder block) {
    return Expressions.newArrayInit(
        Object.class,
        key.stream()
            .map(
                field -> {
                  final InputGetter row =
                      implementor.getCorrelVariableGetter(
                          OuterReferences.variable(field).getName());
                  return Expressions.box(row.field(block, field.getField().getIndex(), null));
                })
            .toList());
  }

  @Override
  public String words(List<String> names) {
    final List<String> outer =
        key.stream().map(field -> "outer." + field.getField().getName()).toList();
    if (columns.isEmpty()) {
      return "Keep the rows"
          + (key.isEmpty() ? "" : " for each value of " + String.join(", ", outer));
    }
    return IntStream.range(0, columns.size())
        .mapToObj(i -> names.get(columns.get(i)) + " = " + outer.get(i))
        .collect(Collectors.joining(" AND ", "Keep the rows, found by ", ""));
  }

  @Override
  public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return new RowSpool(traitSet, inputs.get(0), key, columns);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .itemIf("key", key, !key.isEmpty())
        .itemIf("columns", columns, !columns.isEmpty());
  }
}
