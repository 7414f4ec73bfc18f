package io.github.bedrockjdbc.adapter.node;

import java.util.function.Function;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.tools.RelBuilderFactory;

/**
 * Configuration of a rule of ours.
 *
 * @param maker makes the rule of its configuration
 */
public record RuleConfig(
    RelBuilderFactory relBuilderFactory,
    String description,
    RelRule.OperandTransform operandSupplier,
    Function<RuleConfig, RelOptRule> maker)
    implements RelRule.Config {

  /** A rule for operators of that description. */
  public static RelOptRule rule(
      String description,
      RelRule.OperandTransform operands,
      Function<RuleConfig, RelOptRule> maker) {
    return new RuleConfig(RelFactories.LOGICAL_BUILDER, description, operands, maker).toRule();
  }

  /** A rule for one operator right above another. */
  public static RelOptRule above(
      String description,
      Class<? extends RelNode> operator,
      Class<? extends RelNode> below,
      Function<RuleConfig, RelOptRule> maker) {
    return rule(
        description,
        b -> b.operand(operator).oneInput(input -> input.operand(below).anyInputs()),
        maker);
  }

  @Override
  public RelOptRule toRule() {
    return maker.apply(this);
  }

  @Override
  public RelRule.Config withRelBuilderFactory(RelBuilderFactory factory) {
    return new RuleConfig(factory, description, operandSupplier, maker);
  }

  @Override
  public RelRule.Config withDescription(String text) {
    return new RuleConfig(relBuilderFactory, text, operandSupplier, maker);
  }

  @Override
  public RelRule.Config withOperandSupplier(RelRule.OperandTransform transform) {
    return new RuleConfig(relBuilderFactory, description, transform, maker);
  }
}
