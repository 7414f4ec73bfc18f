package io.github.bedrockjdbc.adapter.detail.plan;

import io.github.bedrockjdbc.adapter.node.RuleConfig;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;

/** The rules of details. */
public final class DetailRules {
  /** Those that move operators below the details that they do not need. */
  public static final List<RelOptRule> PULL_UP =
      List.of(
          RuleConfig.above(
              "JobDetailsFilter", LogicalFilter.class, JobDetails.class, FilterBelowDetails::new),
          RuleConfig.above(
              "JobDetailsProject",
              LogicalProject.class,
              JobDetails.class,
              ProjectBelowDetails::new),
          RuleConfig.above(
              "JobDetailsSort",
              LogicalSort.class,
              JobDetails.class,
              config -> new SortBelowDetails(config, false)),
          RuleConfig.rule(
              "JobDetailsSortFilter",
              b ->
                  b.operand(LogicalSort.class)
                      .oneInput(
                          filter ->
                              filter
                                  .operand(LogicalFilter.class)
                                  .oneInput(
                                      details -> details.operand(JobDetails.class).anyInputs())),
              config -> new SortBelowDetails(config, true)),
          RuleConfig.rule(
              "JobDetailsJoinLeft",
              b ->
                  b.operand(LogicalJoin.class)
                      .inputs(
                          left -> left.operand(JobDetails.class).anyInputs(),
                          right -> right.operand(RelNode.class).anyInputs()),
              config -> new JoinBelowDetails(config, true)),
          RuleConfig.rule(
              "JobDetailsJoinRight",
              b ->
                  b.operand(LogicalJoin.class)
                      .inputs(
                          left -> left.operand(RelNode.class).anyInputs(),
                          right -> right.operand(JobDetails.class).anyInputs()),
              config -> new JoinBelowDetails(config, false)));

  /** Also the one that makes it run. */
  public static final List<RelOptRule> ALL =
      Stream.concat(PULL_UP.stream(), Stream.of(PhysicalDetailsRule.INSTANCE)).toList();

  private DetailRules() {}
}
