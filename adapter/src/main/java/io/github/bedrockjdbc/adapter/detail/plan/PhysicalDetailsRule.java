package io.github.bedrockjdbc.adapter.detail.plan;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;

/** Turns the logical operator into the one that runs. */
final class PhysicalDetailsRule extends ConverterRule {
  static final RelOptRule INSTANCE =
      Config.INSTANCE
          .withConversion(
              JobDetails.class,
              Convention.NONE,
              EnumerableConvention.INSTANCE,
              "PhysicalJobDetails")
          .withRuleFactory(PhysicalDetailsRule::new)
          .toRule();

  private PhysicalDetailsRule(Config config) {
    super(config);
  }

  @Override
  public RelNode convert(RelNode rel) {
    final JobDetails details = (JobDetails) rel;
    final RelNode input =
        convert(
            details.getInput(),
            details.getInput().getTraitSet().replace(EnumerableConvention.INSTANCE));
    return new PhysicalJobDetails(
        details.getTraitSet().replace(EnumerableConvention.INSTANCE),
        input,
        details.engine(),
        details.layout(),
        details.names());
  }
}
