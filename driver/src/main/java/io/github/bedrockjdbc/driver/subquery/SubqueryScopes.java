package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * Prepares a select list's subqueries for Calcite's rule that makes joins of them. The rule takes
 * outer columns for the select list's own where it has none of its own, and it does not look into
 * window functions.
 */
public final class SubqueryScopes extends RelHomogeneousShuttle {
  private final RexShuttle subqueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          final RexNode inner =
              super.visitSubQuery(subQuery.clone(subQuery.rel.accept(SubqueryScopes.this)));
          return inner instanceof RexSubQuery query && query.getKind() == SqlKind.IN
              ? sought(query)
              : inner;
        }
      };

  private final RexBuilder rexBuilder;

  public SubqueryScopes(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /**
   * Whether constants are in a query, as whether it has rows: Calcite finds a constant in a NULL
   * where {@code IS TRUE} asks.
   */
  private RexNode sought(RexSubQuery query) {
    return RexUtil.allLiterals(query.getOperands())
        ? Existence.of(query, query.getOperands(), rexBuilder)
        : query;
  }

  @Override
  public RelNode visit(RelNode node) {
    final RelNode visited = super.visit(node).accept(subqueries);
    if (visited instanceof LogicalJoin join) {
      return JoinConditions.apart(join);
    }
    if (visited instanceof LogicalFilter filter) {
      return Membership.apart(filter);
    }
    return visited instanceof LogicalProject project ? scoped(project) : visited;
  }

  private static RelNode scoped(LogicalProject project) {
    if (RexUtil.SubQueryFinder.find(project.getProjects()) == null) {
      return project;
    }
    final SoughtWindows windows = SoughtWindows.of(project);
    return windows.areNone() ? prepared(project) : prepared(windows.above(scoped(windows.below())));
  }

  private static RelNode prepared(LogicalProject project) {
    final boolean isInWindow =
        project.getProjects().stream().anyMatch(SubqueryScopes::hasSubqueryInWindow);
    return isInWindow ? apart(project) : withScope(project, project.getProjects());
  }

  private static boolean hasSubqueryInWindow(RexNode expression) {
    return RexOver.containsOver(expression) && RexUtil.SubQueryFinder.find(expression) != null;
  }

  /** Computes the subqueries below what uses them. */
  private static Project apart(LogicalProject project) {
    final Set<RexNode> found = new LinkedHashSet<>();
    final RexShuttle finder =
        new RexShuttle() {
          @Override
          public RexNode visitSubQuery(RexSubQuery subQuery) {
            found.add(subQuery);
            return subQuery;
          }
        };
    finder.visitList(project.getProjects());
    final RexBuilder rexBuilder = project.getCluster().getRexBuilder();
    final List<RexNode> computed =
        new ArrayList<>(rexBuilder.identityProjects(project.getInput().getRowType()));
    final int first = computed.size();
    final List<RexNode> values = new ArrayList<>(found);
    computed.addAll(values);
    final Project below = withScope(project, computed);
    final List<RexNode> using =
        new RexShuttle() {
          @Override
          public RexNode visitSubQuery(RexSubQuery subQuery) {
            return rexBuilder.makeInputRef(below, first + values.indexOf(subQuery));
          }
        }.visitList(project.getProjects());
    return LogicalProject.create(
        below, project.getHints(), using, project.getRowType(), ImmutableSet.of());
  }

  /** With a variable of its own, so that all others are known to be those of outer queries. */
  private static Project withScope(LogicalProject project, List<RexNode> expressions) {
    final Set<CorrelationId> own =
        project.getVariablesSet().isEmpty()
            ? ImmutableSet.of(project.getCluster().createCorrel())
            : project.getVariablesSet();
    return expressions.equals(project.getProjects())
        ? LogicalProject.create(
            project.getInput(), project.getHints(), expressions, project.getRowType(), own)
        : LogicalProject.create(
            project.getInput(), project.getHints(), expressions, (List<String>) null, own);
  }
}
