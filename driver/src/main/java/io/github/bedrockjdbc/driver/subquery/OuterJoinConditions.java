package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableSet;
import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalCorrelate;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;

/**
 * Subqueries in the condition of an outer join, computed below it: on the side whose columns they
 * read, or for each row of the side that is kept if they read both. Calcite gives outer columns to
 * the first subquery only, and leaves those of both sides where no code can be made of them.
 */
final class OuterJoinConditions {
  private final LogicalJoin join;
  private final JoinSide left;
  private final JoinSide right;
  private final RexBuilder rexBuilder;

  OuterJoinConditions(LogicalJoin join) {
    this.join = join;
    this.left = JoinSide.left(join);
    this.right = JoinSide.right(join);
    this.rexBuilder = join.getCluster().getRexBuilder();
  }

  /** The same rows, by a join whose condition has no subquery. */
  RelNode below() {
    if (subqueries(List.of(join.getCondition())).stream().noneMatch(this::isOfBoth)) {
      return onSides();
    }
    return switch (join.getJoinType()) {
      case LEFT -> forEachRow(left, right);
      case RIGHT -> swapped(forEachRow(right, left));
      default ->
          throw new SqlFault(
              SqlState.SYNTAX,
              "a subquery in ON of a FULL JOIN cannot use columns of both sides: use LEFT JOIN,"
                  + " and append the other rows of the second side by UNION ALL");
    };
  }

  /** Not those of which others are made. */
  private static Set<RexSubQuery> subqueries(List<RexNode> conditions) {
    final Set<RexSubQuery> found = new LinkedHashSet<>();
    new RexShuttle() {
      @Override
      public RexNode visitSubQuery(RexSubQuery query) {
        found.add(query);
        return query;
      }
    }.visitList(conditions);
    return found;
  }

  private boolean isOfBoth(RexSubQuery query) {
    return left.isReadBy(query) && right.isReadBy(query);
  }

  private RelNode forEachRow(JoinSide kept, JoinSide other) {
    final CorrelationId row = join.getCluster().createCorrel();
    final RelNode matching =
        Membership.apart(other.matching(join.getCondition(), kept.columnsOf(row)));
    return LogicalCorrelate.create(
        kept.rows(),
        matching,
        join.getHints(),
        row,
        RelOptUtil.correlationColumns(row, matching),
        JoinRelType.LEFT);
  }

  private RelNode swapped(RelNode joined) {
    final List<RexNode> columns = rexBuilder.identityProjects(joined.getRowType());
    final List<RexNode> swapped = new ArrayList<>(columns.subList(right.width(), columns.size()));
    swapped.addAll(columns.subList(0, right.width()));
    return projected(joined, swapped);
  }

  private RelNode projected(RelNode joined, List<RexNode> columns) {
    return LogicalProject.create(joined, List.of(), columns, join.getRowType(), ImmutableSet.of());
  }

  private RelNode onSides() {
    final LogicalJoin fewer = join.getJoinType() == JoinRelType.FULL ? join : withFilter();
    return new OuterJoinConditions(fewer).withColumns();
  }

  /** Conditions that do not read the kept side are a filter of the other one. */
  private LogicalJoin withFilter() {
    final boolean isLeft = join.getJoinType() == JoinRelType.LEFT;
    final JoinSide kept = isLeft ? left : right;
    final JoinSide other = isLeft ? right : left;
    final Map<Boolean, List<RexNode>> parts =
        RelOptUtil.conjunctions(join.getCondition()).stream()
            .collect(
                Collectors.partitioningBy(
                    part -> RexUtil.SubQueryFinder.find(part) != null && !kept.isReadBy(part)));
    if (parts.get(true).isEmpty()) {
      return join;
    }
    final RelNode filtered =
        Membership.apart(other.matching(RexUtil.composeConjunction(rexBuilder, parts.get(true))));
    return LogicalJoin.create(
        isLeft ? join.getLeft() : filtered,
        isLeft ? filtered : join.getRight(),
        join.getHints(),
        RexUtil.composeConjunction(rexBuilder, parts.get(false)),
        join.getVariablesSet(),
        join.getJoinType());
  }

  /** All other subqueries are columns. */
  private RelNode withColumns() {
    final Map<Boolean, List<RexSubQuery>> values =
        subqueries(List.of(join.getCondition())).stream()
            .collect(Collectors.partitioningBy(right::isReadBy));
    final RelNode newLeft = left.with(values.get(false));
    final RelNode newRight = right.with(values.get(true));
    final int more = values.get(false).size();
    final Map<RexSubQuery, Integer> places = new HashMap<>();
    values.get(false).forEach(value -> places.put(value, left.width() + places.size()));
    values
        .get(true)
        .forEach(value -> places.put(value, left.width() + right.width() + places.size()));
    final RexShuttle columns =
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef column) {
            return column.getIndex() < left.width() ? column : RexUtil.shift(column, more);
          }

          @Override
          public RexNode visitSubQuery(RexSubQuery query) {
            return new RexInputRef(places.get(query), query.getType());
          }
        };
    final RelNode joined =
        LogicalJoin.create(
            newLeft,
            newRight,
            join.getHints(),
            join.getCondition().accept(columns),
            ImmutableSet.of(),
            join.getJoinType());
    final List<RexNode> all = rexBuilder.identityProjects(joined.getRowType());
    final List<RexNode> own = new ArrayList<>(all.subList(0, left.width()));
    final int second = newLeft.getRowType().getFieldCount();
    own.addAll(all.subList(second, second + right.width()));
    return places.isEmpty() ? joined : projected(joined, own);
  }
}
