package io.github.bedrockjdbc.driver.subquery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;

/**
 * Makes subqueries of a query with GROUP BY read the columns of its groups. Calcite finds the group
 * of the first outer column of a subquery only, and of none within a subquery of that; the others
 * keep the number that they have in the ungrouped rows.
 */
public final class GroupedVariables extends RelHomogeneousShuttle {
  private final RexBuilder rexBuilder;

  public GroupedVariables(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  public RelNode visit(RelNode node) {
    final RelNode visited = super.visit(node).accept(within(this));
    final boolean hasVariables =
        (visited instanceof Project || visited instanceof Filter)
            && !visited.getVariablesSet().isEmpty();
    if (!hasVariables) {
      return visited;
    }
    final RelNode input = visited.getInput(0);
    if (input instanceof Values none && Values.isEmpty(none)) { // as HAVING is never true
      return LogicalValues.createEmpty(visited.getCluster(), visited.getRowType());
    }
    if (groups(input) instanceof Aggregate groups) {
      return visited.accept(new Columns(visited.getVariablesSet(), input.getRowType(), groups));
    }
    // Where columns are named once more, the variables are those of the upper projection.
    return input instanceof Project lower
            && lower.getVariablesSet().isEmpty()
            && groups(lower.getInput()) instanceof Aggregate groups
        ? visited.copy(
            visited.getTraitSet(),
            List.of(
                lower.accept(
                    new Columns(visited.getVariablesSet(), lower.getInput().getRowType(), groups))))
        : visited;
  }

  private static RexShuttle within(RelHomogeneousShuttle shuttle) {
    return new RexShuttle() {
      @Override
      public RexNode visitSubQuery(RexSubQuery subQuery) {
        return super.visitSubQuery(subQuery.clone(subQuery.rel.accept(shuttle)));
      }
    };
  }

  /** What gives the rows of a select list or of HAVING, if it is grouped. */
  private static RelNode groups(RelNode input) {
    if (input instanceof Filter having) {
      return groups(having.getInput());
    }
    return input instanceof Project more && isAppending(more) ? groups(more.getInput()) : input;
  }

  /** Whether it has all columns of its input, and then others. */
  private static boolean isAppending(Project project) {
    final int columns = project.getInput().getRowType().getFieldCount();
    return project.getProjects().size() > columns
        && RexUtil.isIdentity(
            project.getProjects().subList(0, columns), project.getInput().getRowType());
  }

  /** Reads columns of groups instead of those of their rows. */
  private final class Columns extends RexShuttle {
    private final Set<CorrelationId> variables;
    private final RelDataType grouped;
    private final RelDataType ofGroups;
    private final Map<Integer, Integer> keys = new HashMap<>();
    private final RelHomogeneousShuttle relations =
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode node) {
            return super.visit(node).accept(Columns.this);
          }
        };

    private Columns(Set<CorrelationId> variables, RelDataType grouped, Aggregate groups) {
      this.variables = variables;
      this.grouped = grouped;
      this.ofGroups = groups.getRowType();
      final List<RexNode> computed =
          groups.getInput() instanceof Project below ? below.getProjects() : List.of();
      int key = 0;
      for (int column : groups.getGroupSet()) {
        if (computed.isEmpty()) {
          keys.putIfAbsent(column, key);
        } else if (computed.get(column) instanceof RexInputRef ungrouped) {
          keys.putIfAbsent(ungrouped.getIndex(), key);
        }
        key++;
      }
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery subQuery) {
      return super.visitSubQuery(subQuery.clone(subQuery.rel.accept(relations)));
    }

    @Override
    public RexNode visitFieldAccess(RexFieldAccess access) {
      if (access.getReferenceExpr() instanceof RexCorrelVariable variable
          && variables.contains(variable.id)
          && !isGrouped(variable.getType())
          && keys.containsKey(access.getField().getIndex())) {
        return rexBuilder.makeFieldAccess(
            rexBuilder.makeCorrel(grouped, variable.id), keys.get(access.getField().getIndex()));
      }
      return super.visitFieldAccess(access);
    }

    /** Whether Calcite has found the column; more columns may have been appended to it since. */
    private boolean isGrouped(RelDataType row) {
      return row.equals(grouped) || row.equals(ofGroups);
    }
  }
}
