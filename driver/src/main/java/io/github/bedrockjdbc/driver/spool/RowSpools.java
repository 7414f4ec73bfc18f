package io.github.bedrockjdbc.driver.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableBatchNestedLoopJoin;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Puts spools into the loops of a plan: what depends on no outer row is computed once, and what
 * depends on some of its columns once for each of their values.
 */
public final class RowSpools {
  /** Types of which two values are equal where Java says so. */
  private static final Set<SqlTypeName> COMPARED_AS_JAVA_DOES =
      Set.of(
          SqlTypeName.VARCHAR,
          SqlTypeName.INTEGER,
          SqlTypeName.BIGINT,
          SqlTypeName.DATE,
          SqlTypeName.TIMESTAMP);

  private RowSpools() {}

  /**
   * The same plan, with spools.
   *
   * @param plan as it will run
   */
  public static RelNode inserted(RelNode plan) {
    return isRecursive(plan) ? plan : visited(plan, false); // a table changes while it runs
  }

  private static boolean isRecursive(RelNode node) {
    return node instanceof RepeatUnion
        || node.getInputs().stream().anyMatch(RowSpools::isRecursive);
  }

  private static RelNode visited(RelNode node, boolean isInLoop) {
    if (isInLoop) {
      final OuterReferences references = OuterReferences.of(node);
      if (references.fields().isEmpty()) {
        final RelNode inner = visited(node, false);
        return node instanceof Values ? inner : RowSpool.of(inner, List.of());
      }
    }
    final List<RelNode> inputs = new ArrayList<>();
    for (int i = 0; i < node.getInputs().size(); i++) {
      final boolean begins = i > 0 && isLoop(node);
      final RelNode input = visited(node.getInput(i), isInLoop || begins);
      inputs.add(begins ? perKey(input) : input);
    }
    final RelNode changed =
        inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
    return changed instanceof Calc calc ? looked(calc) : changed;
  }

  /** Whether the second input is read for each row of the first. */
  private static boolean isLoop(RelNode node) {
    return node instanceof Correlate
        || node instanceof EnumerableNestedLoopJoin
        || node instanceof EnumerableBatchNestedLoopJoin;
  }

  private static RelNode perKey(RelNode input) {
    final OuterReferences references = OuterReferences.of(input);
    return references.fields().isEmpty() || !references.isDeterministic()
        ? input
        : RowSpool.of(input, references.fields());
  }

  /** Finds the rows of a spool that a filter asks for by equality; the filter checks them again. */
  private static RelNode looked(Calc calc) {
    if (!(calc.getInput() instanceof RowSpool spool)
        || !spool.isOfAllRows()
        || calc.getProgram().getCondition() == null) {
      return calc;
    }
    final List<Integer> columns = new ArrayList<>();
    final List<RexFieldAccess> key = new ArrayList<>();
    final RexNode condition = calc.getProgram().expandLocalRef(calc.getProgram().getCondition());
    for (RexNode conjunct : RelOptUtil.conjunctions(condition)) {
      if (conjunct instanceof RexCall equality && conjunct.isA(SqlKind.EQUALS)) {
        add(equality.getOperands().get(0), equality.getOperands().get(1), columns, key);
        add(equality.getOperands().get(1), equality.getOperands().get(0), columns, key);
      }
    }
    return columns.isEmpty()
        ? calc
        : calc.copy(calc.getTraitSet(), List.of(spool.chosenBy(columns, key)));
  }

  private static void add(
      RexNode column, RexNode value, List<Integer> columns, List<RexFieldAccess> key) {
    if (column instanceof RexInputRef ref
        && value instanceof RexFieldAccess field
        && field.getReferenceExpr() instanceof RexCorrelVariable
        && COMPARED_AS_JAVA_DOES.contains(ref.getType().getSqlTypeName())
        && ref.getType().getSqlTypeName() == field.getType().getSqlTypeName()
        && !columns.contains(ref.getIndex())) {
      columns.add(ref.getIndex());
      key.add(field);
    }
  }
}
