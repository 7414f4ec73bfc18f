package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.detail.plan.DetailRules;
import io.github.bedrockjdbc.adapter.listing.WantedValuesRule;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptRule;

/** The rules of the scan. */
public final class JobsRules {
  /** Those that move parts of a plan into the scan. */
  public static final List<RelOptRule> PUSHDOWN =
      Stream.concat(
              DetailRules.PULL_UP.stream(),
              Stream.of(
                  WantedValuesRule.INSTANCE,
                  PushdownRule.FILTER,
                  PushdownRule.PROJECT,
                  PushdownRule.ORDER,
                  PushdownRule.ORDER_BELOW_FILTER,
                  PushdownRule.AGGREGATE))
          .toList();

  /** Also the one that makes it run. */
  public static final List<RelOptRule> ALL =
      Stream.concat(PUSHDOWN.stream(), Stream.of(PhysicalScanRule.INSTANCE)).toList();

  private JobsRules() {}
}
