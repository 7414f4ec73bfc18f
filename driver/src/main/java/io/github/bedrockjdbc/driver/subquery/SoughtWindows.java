package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/**
 * Window functions whose values are sought in subqueries of a select list, computed below it.
 * Calcite would put them into the condition of a join with the subquery, where none can be
 * computed.
 */
final class SoughtWindows {
  private final LogicalProject project;
  private final int width;
  private final List<RexNode> sought;
  private final RexBuilder rexBuilder;

  private SoughtWindows(LogicalProject project, List<RexNode> sought) {
    this.project = project;
    this.width = project.getInput().getRowType().getFieldCount();
    this.sought = sought;
    this.rexBuilder = project.getCluster().getRexBuilder();
  }

  static SoughtWindows of(LogicalProject project) {
    final Set<RexNode> found = new LinkedHashSet<>();
    new RexShuttle() {
      @Override
      public RexNode visitSubQuery(RexSubQuery query) {
        query.getOperands().stream().filter(RexOver::containsOver).forEach(found::add);
        return query;
      }
    }.visitList(project.getProjects());
    return new SoughtWindows(project, List.copyOf(found));
  }

  boolean areNone() {
    return sought.isEmpty();
  }

  /** The rows of the select list, with what is sought. */
  LogicalProject below() {
    final List<RexNode> columns =
        new ArrayList<>(rexBuilder.identityProjects(project.getInput().getRowType()));
    columns.addAll(sought);
    return LogicalProject.create(
        project.getInput(),
        List.of(),
        columns,
        (List<String>) null,
        ImmutableSet.copyOf(project.getVariablesSet()));
  }

  /**
   * The select list.
   *
   * @param rows those below
   */
  LogicalProject above(RelNode rows) {
    final CorrelationId row = project.getCluster().createCorrel();
    final RexNode variable = rexBuilder.makeCorrel(rows.getRowType(), row);
    final MovedColumns moved =
        new MovedColumns(
            project.getVariablesSet(),
            column -> rexBuilder.makeInputRef(rows, column),
            column -> rexBuilder.makeFieldAccess(variable, column));
    return LogicalProject.create(
        rows,
        project.getHints(),
        moved.visitList(replaced()),
        project.getRowType(),
        ImmutableSet.of(row));
  }

  private List<RexNode> replaced() {
    return new RexShuttle() {
      @Override
      public RexNode visitSubQuery(RexSubQuery query) {
        return query.clone(
            query.getType(), query.getOperands().stream().map(this::column).toList());
      }

      private RexNode column(RexNode operand) {
        final int place = sought.indexOf(operand);
        return place < 0 ? operand : rexBuilder.makeInputRef(operand.getType(), width + place);
      }
    }.visitList(project.getProjects());
  }
}
