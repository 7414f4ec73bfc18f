package io.github.bedrockjdbc.driver.code;

import io.github.bedrockjdbc.adapter.node.EnumerableScan;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableInterpreter;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.interpreter.Bindables.BindableTableScan;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.TransientTable;
import org.apache.calcite.util.Util;

/**
 * The rows that a step of a recursion has added, of the execution that runs the code. Calcite would
 * interpret a scan of the table that the plan was made with, which all executions share.
 */
final class RecursionScan extends TableScan implements EnumerableScan {
  private RecursionScan(RelNode scan, RelTraitSet traits, RelOptTable table) {
    super(scan.getCluster(), traits, List.of(), table);
  }

  /** The same plan, whose recursions read their own rows. */
  static EnumerableRel inserted(EnumerableRel plan) {
    return (EnumerableRel) visited(plan);
  }

  private static RelNode visited(RelNode node) {
    if (node instanceof EnumerableInterpreter
        && node.getInput(0) instanceof BindableTableScan scan
        && scan.getTable().unwrap(TransientTable.class) != null) {
      if (!scan.filters.isEmpty() || !scan.projects.equals(scan.identity())) {
        throw new IllegalStateException("Part of a recursion's rows: " + scan);
      }
      return new RecursionScan(scan, node.getTraitSet(), scan.getTable());
    }
    final List<RelNode> inputs = node.getInputs().stream().map(RecursionScan::visited).toList();
    return inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
  }

  /** Looked up at once: later, another recursion of the statement may have that name. */
  @Override
  public Function1<DataContext, Enumerable<Object[]>> rows() {
    final String name = Util.last(getTable().getQualifiedName());
    return context -> ((ScannableTable) context.getRootSchema().tables().get(name)).scan(context);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new RecursionScan(this, traits, getTable());
  }
}
