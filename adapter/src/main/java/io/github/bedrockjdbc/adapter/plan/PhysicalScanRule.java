package io.github.bedrockjdbc.adapter.plan;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;

/** Turns the logical scan into the one that runs. */
final class PhysicalScanRule extends ConverterRule {
  static final RelOptRule INSTANCE =
      Config.INSTANCE
          .withConversion(
              JobsScan.class, Convention.NONE, EnumerableConvention.INSTANCE, "JobsPhysicalScan")
          .withRuleFactory(PhysicalScanRule::new)
          .toRule();

  private PhysicalScanRule(Config config) {
    super(config);
  }

  @Override
  public RelNode convert(RelNode rel) {
    final JobsScan scan = (JobsScan) rel;
    return new JobsPhysicalScan(scan.getCluster(), scan.getTable(), scan.jobs(), scan.query());
  }
}
