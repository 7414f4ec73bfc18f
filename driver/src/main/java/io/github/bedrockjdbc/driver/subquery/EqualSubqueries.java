package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.logical.LogicalCorrelate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/**
 * Makes subqueries equal that differ in the names of their variables only, as the two of {@code
 * COALESCE((SELECT …), 0)}: what is equal is computed once.
 */
public final class EqualSubqueries extends RelHomogeneousShuttle {
  @Override
  public RelNode visit(RelNode node) {
    return super.visit(node).accept(new OfNode());
  }

  private final class OfNode extends RexShuttle {
    private final List<RexSubQuery> known = new ArrayList<>();

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
      final RexSubQuery visited =
          (RexSubQuery) super.visitSubQuery(query.clone(query.rel.accept(EqualSubqueries.this)));
      for (RexSubQuery other : known) {
        if (isSame(visited, other)) {
          return other;
        }
      }
      known.add(visited);
      return visited;
    }
  }

  private static boolean isSame(RexSubQuery query, RexSubQuery other) {
    final List<CorrelationId> own = new Variables().of(query.rel);
    final List<CorrelationId> others = new Variables().of(other.rel);
    if (own.isEmpty() || own.size() != others.size()) {
      return false; // or equal as they are
    }
    final Map<CorrelationId, CorrelationId> names = new HashMap<>();
    for (int i = 0; i < own.size(); i++) {
      names.put(own.get(i), others.get(i));
    }
    final RexBuilder rexBuilder = query.rel.getCluster().getRexBuilder();
    return query.clone(query.rel.accept(new Renamed(names, rexBuilder))).equals(other);
  }

  /** The variables that stand for rows within a query, from inside out. */
  private static final class Variables extends RelHomogeneousShuttle {
    private final List<CorrelationId> found = new ArrayList<>();
    private final RexShuttle subqueries =
        new RexShuttle() {
          @Override
          public RexNode visitSubQuery(RexSubQuery query) {
            query.rel.accept(Variables.this);
            return super.visitSubQuery(query);
          }
        };

    List<CorrelationId> of(RelNode query) {
      query.accept(this);
      return found;
    }

    @Override
    public RelNode visit(RelNode node) {
      final RelNode visited = super.visit(node).accept(subqueries);
      found.addAll(visited.getVariablesSet());
      return visited;
    }
  }

  private static final class Renamed extends RelHomogeneousShuttle {
    private final Map<CorrelationId, CorrelationId> names;
    private final RexShuttle expressions;

    Renamed(Map<CorrelationId, CorrelationId> names, RexBuilder rexBuilder) {
      this.names = names;
      this.expressions =
          new RexShuttle() {
            @Override
            public RexNode visitCorrelVariable(RexCorrelVariable variable) {
              return rexBuilder.makeCorrel(variable.getType(), name(variable.id));
            }

            @Override
            public RexNode visitSubQuery(RexSubQuery query) {
              return super.visitSubQuery(query.clone(query.rel.accept(Renamed.this)));
            }
          };
    }

    private CorrelationId name(CorrelationId variable) {
      return names.getOrDefault(variable, variable);
    }

    @Override
    public RelNode visit(RelNode node) {
      final RelNode visited = super.visit(node).accept(expressions);
      final ImmutableSet<CorrelationId> variables =
          visited.getVariablesSet().stream().map(this::name).collect(ImmutableSet.toImmutableSet());
      if (variables.isEmpty()) {
        return visited;
      }
      if (visited instanceof LogicalProject project) {
        return LogicalProject.create(
            project.getInput(),
            project.getHints(),
            project.getProjects(),
            project.getRowType(),
            variables);
      }
      if (visited instanceof LogicalFilter filter) {
        return LogicalFilter.create(filter.getInput(), filter.getCondition(), variables);
      }
      if (visited instanceof LogicalJoin join) {
        return LogicalJoin.create(
            join.getLeft(),
            join.getRight(),
            join.getHints(),
            join.getCondition(),
            variables,
            join.getJoinType());
      }
      return visited instanceof LogicalCorrelate correlate
          ? correlate.copy(
              correlate.getTraitSet(),
              correlate.getLeft(),
              correlate.getRight(),
              name(correlate.getCorrelationId()),
              correlate.getRequiredColumns(),
              correlate.getJoinType())
          : visited;
    }
  }
}
