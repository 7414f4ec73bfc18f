package io.github.bedrockjdbc.driver.window;

import io.github.bedrockjdbc.driver.aggregate.Representation;
import io.github.bedrockjdbc.driver.aggregate.RowFunction;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rel.logical.LogicalWindow;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;

/** Window functions as they run. */
public final class Windowing extends Window implements EnumerableRel {
  /** Makes all window functions run this way. */
  public static final ConverterRule RULE =
      ConverterRule.Config.INSTANCE
          .withConversion(
              LogicalWindow.class, Convention.NONE, EnumerableConvention.INSTANCE, "Windowing")
          .withRuleFactory(Rule::new)
          .toRule(ConverterRule.class);

  private Windowing(
      RelTraitSet traits,
      RelNode input,
      List<RexLiteral> constants,
      RelDataType rowType,
      List<Group> groups) {
    super(input.getCluster(), traits, input, constants, rowType, groups);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Windowing(traits, inputs.get(0), constants, getRowType(), groups);
  }

  @Override
  public Window copy(List<RexLiteral> literals) {
    return new Windowing(getTraitSet(), getInput(), literals, getRowType(), groups);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    final WindowFunctions functions = new WindowFunctions(this);
    return RowFunction.code(
        this,
        implementor,
        new WindowRows(
            getInput().getRowType().getFieldCount(),
            constants.stream().map(Windowing::value).toArray(),
            groups.stream().map(functions::group).toList()));
  }

  private static Object value(RexLiteral constant) {
    return new Representation(constant.getType()).of(constant.getValue3());
  }

  private static final class Rule extends ConverterRule {
    Rule(Config config) {
      super(config);
    }

    @Override
    public RelNode convert(RelNode node) {
      final LogicalWindow window = (LogicalWindow) node;
      window.groups.forEach(new WindowFunctions(window)::group); // a mistake is told here
      final RelTraitSet traits =
          window.getCluster().traitSet().replace(EnumerableConvention.INSTANCE);
      return new Windowing(
          traits,
          convert(window.getInput(), traits),
          window.getConstants(),
          window.getRowType(),
          window.groups);
    }
  }
}
