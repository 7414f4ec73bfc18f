package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.tools.RelBuilder;

/**
 * Makes one projection of two. Calcite would do so while it converts a statement; but where a
 * select list has a correlated subquery, it then puts the merged expressions upon the lower
 * projection once more, so that they read the wrong columns.
 */
public final class MergedProjects extends RelHomogeneousShuttle {
  private final RelBuilder builder;
  private final RexShuttle subqueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          return super.visitSubQuery(subQuery.clone(subQuery.rel.accept(MergedProjects.this)));
        }
      };

  public MergedProjects(RelBuilder builder) {
    this.builder = builder;
  }

  /** The same conversion, which leaves projections as they are written. */
  public static SqlToRelConverter.Config later(SqlToRelConverter.Config conversion) {
    return conversion.addRelBuilderConfigTransform(c -> c.withBloat(-1));
  }

  @Override
  public RelNode visit(RelNode node) {
    final RelNode visited = super.visit(node).accept(subqueries);
    if (!(visited instanceof Project upper && upper.getInput() instanceof Project lower)) {
      return visited;
    }
    if (upper.getVariablesSet().isEmpty()) {
      return builder
          .push(lower)
          .project(upper.getProjects(), upper.getRowType().getFieldNames(), true)
          .build();
    }
    return isRenaming(upper, lower) ? renamed(upper, lower) : visited;
  }

  /** Whether the subqueries are below the projection that has their variables. */
  private static boolean isRenaming(Project upper, Project lower) {
    return RexUtil.isIdentity(upper.getProjects(), lower.getRowType())
        && lower.getVariablesSet().isEmpty()
        && RexUtil.SubQueryFinder.find(lower.getProjects()) != null;
  }

  /** Calcite names the columns of a group once more where two have one name. */
  private static RelNode renamed(Project upper, Project lower) {
    if (!RelOptUtil.getVariablesUsed(lower).equals(upper.getVariablesSet())) {
      throw new SqlFault(
          SqlState.SYNTAX,
          "columns of a query with GROUP BY and several correlated subqueries need different"
              + " names: use AS");
    }
    return LogicalProject.create(
        lower.getInput(),
        lower.getHints(),
        lower.getProjects(),
        upper.getRowType().getFieldNames(),
        upper.getVariablesSet());
  }
}
