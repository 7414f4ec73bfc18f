package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableSet;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexUtil;

/**
 * Takes the variables from projections whose subqueries are gone, as nobody reads their values:
 * Calcite has no operator that runs such a projection.
 */
public final class ClosedScopes extends RelHomogeneousShuttle {
  @Override
  public RelNode visit(RelNode node) {
    final RelNode visited = super.visit(node);
    return visited instanceof LogicalProject project
            && !project.getVariablesSet().isEmpty()
            && RexUtil.SubQueryFinder.find(project.getProjects()) == null
        ? LogicalProject.create(
            project.getInput(),
            project.getHints(),
            project.getProjects(),
            project.getRowType(),
            ImmutableSet.of())
        : visited;
  }
}
