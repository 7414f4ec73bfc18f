package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/**
 * Asks by EXISTS whether rows of aggregates or window functions are among those of a query, as is
 * done of plain rows when they are written. An EXISTS that is written cannot name an outer
 * aggregate, but one in a plan can name the column that holds it.
 */
public final class RowSearches extends RelHomogeneousShuttle {
  private final RexShuttle subqueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          return super.visitSubQuery(subQuery.clone(subQuery.rel.accept(RowSearches.this)));
        }
      };

  @Override
  public RelNode visit(RelNode node) {
    final RelNode visited = super.visit(node).accept(subqueries);
    if (visited instanceof LogicalProject project) {
      final Search search = new Search(project.getInput(), project.getVariablesSet());
      search.visitEach(project.getProjects());
      return search.found.isEmpty() ? project : search.projected(project);
    }
    if (visited instanceof LogicalFilter filter) {
      final Search search = new Search(filter.getInput(), filter.getVariablesSet());
      // Of what must be true, Calcite's way is right.
      RelOptUtil.conjunctions(filter.getCondition()).stream()
          .filter(condition -> !isOfRows(condition))
          .forEach(condition -> condition.accept(search));
      return search.found.isEmpty() ? filter : search.filtered(filter);
    }
    return visited;
  }

  private static boolean isOfRows(RexNode condition) {
    return condition instanceof RexSubQuery query
        && query.getKind() == SqlKind.IN
        && query.getOperands().size() > 1;
  }

  /** Finds the searches of a projection or filter, and where their rows are computed below it. */
  private static final class Search extends RexShuttle {
    private final Map<RexSubQuery, Integer> found = new LinkedHashMap<>();
    private final RelOptCluster cluster;
    private final RexBuilder rexBuilder;
    private final List<RexNode> columns;
    private final int width;
    private final RelNode input;
    private final ImmutableSet<CorrelationId> variables;

    Search(RelNode input, Iterable<CorrelationId> variables) {
      this.input = input;
      this.variables = ImmutableSet.copyOf(variables);
      this.cluster = input.getCluster();
      this.rexBuilder = cluster.getRexBuilder();
      this.columns = new ArrayList<>(rexBuilder.identityProjects(input.getRowType()));
      this.width = columns.size();
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
      if (isOfRows(query) && found.putIfAbsent(query, columns.size()) == null) {
        columns.addAll(query.getOperands());
      }
      return query;
    }

    RelNode projected(LogicalProject project) {
      final RelNode rows = rows();
      final CorrelationId row = cluster.createCorrel();
      return LogicalProject.create(
          rows,
          project.getHints(),
          searched(rows, row).visitList(project.getProjects()),
          project.getRowType(),
          ImmutableSet.of(row));
    }

    RelNode filtered(LogicalFilter filter) {
      final RelNode rows = rows();
      final CorrelationId row = cluster.createCorrel();
      return LogicalProject.create(
          LogicalFilter.create(
              rows, filter.getCondition().accept(searched(rows, row)), ImmutableSet.of(row)),
          List.of(),
          columns.subList(0, width),
          filter.getRowType(),
          ImmutableSet.of());
    }

    private RelNode rows() {
      return LogicalProject.create(input, List.of(), columns, (List<String>) null, variables);
    }

    private RexShuttle searched(RelNode rows, CorrelationId row) {
      return new Searched(
          found, variables, rexBuilder.makeCorrel(rows.getRowType(), row), rexBuilder);
    }
  }

  /** Searches as they run, and all subqueries beside them, above the rows with what is sought. */
  private static final class Searched extends RexShuttle {
    private final Map<RexSubQuery, Integer> found;
    private final Set<CorrelationId> variables;
    private final RexNode row;
    private final RexBuilder rexBuilder;
    private final RelHomogeneousShuttle relations =
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode node) {
            return super.visit(node).accept(Searched.this);
          }
        };

    Searched(
        Map<RexSubQuery, Integer> found,
        Set<CorrelationId> variables,
        RexNode row,
        RexBuilder rexBuilder) {
      this.found = found;
      this.variables = variables;
      this.row = row;
      this.rexBuilder = rexBuilder;
    }

    /** A join has one variable only: columns of the rows before are those of the rows now. */
    @Override
    public RexNode visitFieldAccess(RexFieldAccess access) {
      return access.getReferenceExpr() instanceof RexCorrelVariable variable
              && variables.contains(variable.id)
          ? rexBuilder.makeFieldAccess(row, access.getField().getIndex())
          : super.visitFieldAccess(access);
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
      final RexSubQuery renamed = query.clone(query.rel.accept(relations));
      final Integer first = found.get(query);
      if (first == null) {
        return super.visitSubQuery(renamed);
      }
      final List<RexNode> values = new ArrayList<>();
      for (int i = 0; i < query.getOperands().size(); i++) {
        values.add(rexBuilder.makeFieldAccess(row, first + i));
      }
      return Existence.of(renamed, values, rexBuilder);
    }
  }
}
