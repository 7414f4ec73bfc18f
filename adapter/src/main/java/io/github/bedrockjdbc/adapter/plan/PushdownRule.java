package io.github.bedrockjdbc.adapter.plan;

import java.util.function.Function;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.tools.RelBuilderFactory;

/**
 * Configuration of a rule that matches one operator right above the scan.
 *
 * @param maker makes the rule of its configuration
 */
record PushdownRule(
    RelBuilderFactory relBuilderFactory,
    String description,
    RelRule.OperandTransform operandSupplier,
    Function<PushdownRule, RelOptRule> maker)
    implements RelRule.Config {

  static final RelOptRule FILTER = above(LogicalFilter.class, FilterRule::new);
  static final RelOptRule PROJECT = above(LogicalProject.class, ProjectRule::new);
  static final RelOptRule ORDER = above(LogicalSort.class, OrderRule::new);
  static final RelOptRule AGGREGATE = above(LogicalAggregate.class, AggregateRule::new);

  static final RelOptRule ORDER_BELOW_FILTER =
      new PushdownRule(
              RelFactories.LOGICAL_BUILDER,
              "JobsOrderBelowFilter",
              b ->
                  b.operand(LogicalSort.class)
                      .oneInput(
                          filter ->
                              filter
                                  .operand(LogicalFilter.class)
                                  .oneInput(scan -> scan.operand(JobsScan.class).noInputs())),
              OrderBelowFilterRule::new)
          .toRule();

  private static RelOptRule above(
      Class<? extends RelNode> operator, Function<PushdownRule, RelOptRule> maker) {
    return new PushdownRule(
            RelFactories.LOGICAL_BUILDER,
            "Jobs" + operator.getSimpleName(),
            b -> b.operand(operator).oneInput(scan -> scan.operand(JobsScan.class).noInputs()),
            maker)
        .toRule();
  }

  @Override
  public RelOptRule toRule() {
    return maker.apply(this);
  }

  @Override
  public RelRule.Config withRelBuilderFactory(RelBuilderFactory factory) {
    return new PushdownRule(factory, description, operandSupplier, maker);
  }

  @Override
  public RelRule.Config withDescription(String text) {
    return new PushdownRule(relBuilderFactory, text, operandSupplier, maker);
  }

  @Override
  public RelRule.Config withOperandSupplier(RelRule.OperandTransform transform) {
    return new PushdownRule(relBuilderFactory, description, transform, maker);
  }
}
