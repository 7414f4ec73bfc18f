package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.detail.plan.JobDetails;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/**
 * A part of a plan that only filters jobs and computes something of each: it gives a row for each
 * job at most.
 *
 * @param base all jobs, perhaps with all details, whose first columns are those of jobs
 * @param columns what the part gives, over the base's row
 * @param conjuncts what is required of a job, over the base's row
 */
record JobChain(RelNode base, List<RexNode> columns, List<RexNode> conjuncts) {

  /** Empty if the plan is something else, or wants every statement as it is written. */
  static Optional<JobChain> of(RelNode plan) {
    if (plan instanceof JobsScan scan) {
      return scan.jobs().pushesDown() ? Optional.of(all(scan)) : Optional.empty();
    }
    if (plan instanceof JobDetails details) {
      return of(details.getInput()).map(jobs -> all(details));
    }
    if (plan instanceof Filter filter && isPlain(filter.getCondition())) {
      return of(filter.getInput()).map(chain -> chain.filtered(filter.getCondition()));
    }
    if (plan instanceof Project project
        && project.getProjects().stream().allMatch(JobChain::isPlain)) {
      return of(project.getInput()).map(chain -> chain.projected(project.getProjects()));
    }
    return Optional.empty();
  }

  private static JobChain all(RelNode base) {
    return new JobChain(
        base,
        List.copyOf(base.getCluster().getRexBuilder().identityProjects(base.getRowType())),
        List.of());
  }

  /** A sub-query may depend on another row without naming a column. */
  private static boolean isPlain(RexNode expression) {
    return RexUtil.isDeterministic(expression)
        && RexUtil.SubQueryFinder.find(expression) == null
        && !RexOver.containsOver(expression);
  }

  private JobChain filtered(RexNode condition) {
    final List<RexNode> all = new ArrayList<>(conjuncts);
    RelOptUtil.conjunctions(condition).forEach(each -> all.add(inlined(each)));
    return new JobChain(base, columns, all);
  }

  private JobChain projected(List<RexNode> expressions) {
    return new JobChain(base, expressions.stream().map(this::inlined).toList(), conjuncts);
  }

  /** An expression over what the part gives, over the base's row instead. */
  RexNode inlined(RexNode expression) {
    return inlined(expression, columns);
  }

  static RexNode inlined(RexNode expression, List<RexNode> columns) {
    return expression.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            return columns.get(ref.getIndex());
          }
        });
  }

  /** Whether a column is the key of the job. */
  boolean isKey(int column) {
    return isKey(columns.get(column));
  }

  /** Whether an expression over the base's row is the key of the job. */
  static boolean isKey(RexNode expression) {
    return expression instanceof RexInputRef ref
        && ref.getIndex() == JobColumn.all().indexOf(JobColumn.JOB_ARN);
  }

  /** The base of both that has all columns of either. */
  RelNode widerBase(JobChain other) {
    return base instanceof JobDetails ? base : other.base;
  }
}
