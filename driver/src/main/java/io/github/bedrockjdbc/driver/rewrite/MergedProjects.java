package io.github.bedrockjdbc.driver.rewrite;

import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
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
    return upper.getVariablesSet().isEmpty()
        ? builder
            .push(lower)
            .project(upper.getProjects(), upper.getRowType().getFieldNames(), true)
            .build()
        : visited;
  }
}
