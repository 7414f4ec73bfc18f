package io.github.bedrockjdbc.driver.subquery;

import java.util.Set;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.rules.SubQueryRemoveRule;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.tools.RelBuilder;

/** Calcite's rules that make joins of the subqueries of WHERE and ON. */
public final class ConditionSubqueries extends SubQueryRemoveRule {
  public static final RelOptRule OF_FILTERS = new ConditionSubqueries(Config.FILTER);
  public static final RelOptRule OF_JOINS = new ConditionSubqueries(Config.JOIN);

  private ConditionSubqueries(Config config) {
    super(config);
  }

  @Override
  protected RexNode apply(
      RexSubQuery query,
      Set<CorrelationId> own,
      RelOptUtil.Logic logic,
      RelBuilder builder,
      int inputs,
      int offset,
      int index) {
    return AnyDifferent.isOne(query)
        ? AnyDifferent.joined(query, own, builder, inputs)
        : super.apply(query, own, logic, builder, inputs, offset, index);
  }
}
