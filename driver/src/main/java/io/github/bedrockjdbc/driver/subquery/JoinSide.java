package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;

/** One of the two inputs of a join, to which parts of the join's condition may move. */
final class JoinSide {
  private final Join join;
  private final RelNode rows;
  private final int first;
  private final RexBuilder rexBuilder;

  private JoinSide(Join join, RelNode rows, int first) {
    this.join = join;
    this.rows = rows;
    this.first = first;
    this.rexBuilder = join.getCluster().getRexBuilder();
  }

  static JoinSide left(Join join) {
    return new JoinSide(join, join.getLeft(), 0);
  }

  static JoinSide right(Join join) {
    return of(join, join.getRight());
  }

  /** A right side that is not the join's own, of the same columns. */
  static JoinSide of(Join join, RelNode right) {
    return new JoinSide(join, right, join.getLeft().getRowType().getFieldCount());
  }

  RelNode rows() {
    return rows;
  }

  int width() {
    return rows.getRowType().getFieldCount();
  }

  private boolean has(int column) {
    return column >= first && column < first + width();
  }

  /** Whether a part of the condition, or a subquery in it, reads a column of this side. */
  boolean isReadBy(RexNode part) {
    final boolean[] found = {false};
    part.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public Void visitInputRef(RexInputRef column) {
            found[0] |= has(column.getIndex());
            return null;
          }

          @Override
          public Void visitSubQuery(RexSubQuery query) {
            for (CorrelationId variable : join.getVariablesSet()) {
              RelOptUtil.correlationColumns(variable, query.rel)
                  .forEachInt(column -> found[0] |= has(column));
            }
            return super.visitSubQuery(query);
          }
        });
    return found[0];
  }

  /** What gives the columns of a row of this side where a subquery or another operator is. */
  IntFunction<RexNode> columnsOf(CorrelationId variable) {
    final RexNode row = rexBuilder.makeCorrel(rows.getRowType(), variable);
    return column -> rexBuilder.makeFieldAccess(row, column - first);
  }

  /** Its rows for which a condition is true that reads no other columns. */
  LogicalFilter matching(RexNode condition) {
    return matching(condition, JoinSide::none);
  }

  /**
   * Its rows for which a condition is true, whose subqueries are asked last.
   *
   * @param others what gives the columns of the other side
   */
  LogicalFilter matching(RexNode condition, IntFunction<RexNode> others) {
    final CorrelationId variable = join.getCluster().createCorrel();
    final Map<Boolean, List<RexNode>> parts =
        RelOptUtil.conjunctions(condition.accept(moved(variable, others))).stream()
            .collect(Collectors.partitioningBy(part -> RexUtil.SubQueryFinder.find(part) != null));
    final RelNode candidates =
        parts.get(false).isEmpty()
            ? rows
            : LogicalFilter.create(rows, RexUtil.composeConjunction(rexBuilder, parts.get(false)));
    return LogicalFilter.create(
        candidates,
        RexUtil.composeConjunction(rexBuilder, parts.get(true)),
        ImmutableSet.of(variable));
  }

  /** Its rows with values appended, which are of no other columns. */
  RelNode with(Collection<? extends RexNode> values) {
    if (values.isEmpty()) {
      return rows;
    }
    final CorrelationId variable = join.getCluster().createCorrel();
    final List<RexNode> columns = new ArrayList<>(rexBuilder.identityProjects(rows.getRowType()));
    values.forEach(value -> columns.add(value.accept(moved(variable, JoinSide::none))));
    return LogicalProject.create(
        rows, List.of(), columns, (List<String>) null, ImmutableSet.of(variable));
  }

  private static RexNode none(int column) {
    throw new IllegalStateException("Column of the other side: " + column);
  }

  private MovedColumns moved(CorrelationId variable, IntFunction<RexNode> others) {
    final IntFunction<RexNode> own = columnsOf(variable);
    return new MovedColumns(
        join.getVariablesSet(),
        column ->
            has(column) ? rexBuilder.makeInputRef(rows, column - first) : others.apply(column),
        column -> has(column) ? own.apply(column) : others.apply(column));
  }
}
