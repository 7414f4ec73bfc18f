package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.detail.plan.JobDetails;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Tells whether a statement merely shows failure messages or decides something by them. Where it
 * only shows them, one that may not be read can be left out; where a predicate, join, group or sort
 * depends on it, leaving it out would change the answer.
 */
public final class MessageUse {
  private boolean decides;

  private MessageUse() {}

  /** The plan, with its scans told that they must fail rather than leave a message out. */
  public static RelNode marked(RelNode plan) {
    final MessageUse use = new MessageUse();
    use.carried(plan);
    return use.decides ? plan.accept(new Marker()) : plan;
  }

  /** Which columns of a node's rows hold messages, or something made of them. */
  private ImmutableBitSet carried(RelNode node) {
    if (node instanceof JobsScan scan) {
      final int message = scan.query().projection().indexOf(JobColumn.MESSAGE);
      return message < 0 ? ImmutableBitSet.of() : ImmutableBitSet.of(message);
    }
    final List<ImmutableBitSet> inputs = node.getInputs().stream().map(this::carried).toList();
    if (node instanceof JobDetails details) {
      return throughDetails(details, inputs.get(0));
    }
    if (node instanceof Project project) {
      return throughExpressions(project.getProjects(), inputs.get(0));
    }
    if (node instanceof Filter filter) {
      decide(uses(filter.getCondition(), inputs.get(0)));
      return inputs.get(0);
    }
    if (node instanceof Sort sort) {
      decide(inputs.get(0).intersects(ImmutableBitSet.of(sort.getCollation().getKeys())));
      return inputs.get(0);
    }
    if (node instanceof Join join) {
      final ImmutableBitSet both =
          inputs.get(0).union(inputs.get(1).shift(join.getLeft().getRowType().getFieldCount()));
      decide(uses(join.getCondition(), both));
      return join.getJoinType().projectsRight() ? both : inputs.get(0);
    }
    if (node instanceof Aggregate aggregate) {
      decide(inputs.get(0).intersects(ImmutableBitSet.of(RelOptUtil.getAllFields(aggregate))));
      return ImmutableBitSet.of();
    }
    if (node instanceof Union union && union.all) {
      return ImmutableBitSet.union(inputs);
    }
    decide(inputs.stream().anyMatch(input -> !input.isEmpty()));
    return ImmutableBitSet.of();
  }

  private static ImmutableBitSet throughDetails(JobDetails details, ImmutableBitSet input) {
    final ImmutableBitSet.Builder output = ImmutableBitSet.builder();
    for (int i = 0; i < details.getRowType().getFieldCount(); i++) {
      if (details.inputOf(i) >= 0 && input.get(details.inputOf(i))) {
        output.set(i);
      }
    }
    return output.build();
  }

  private ImmutableBitSet throughExpressions(List<RexNode> expressions, ImmutableBitSet input) {
    final ImmutableBitSet.Builder output = ImmutableBitSet.builder();
    for (int i = 0; i < expressions.size(); i++) {
      if (uses(expressions.get(i), input)) {
        output.set(i);
        decide(RexOver.containsOver(expressions.get(i)));
      }
    }
    return output.build();
  }

  /** Whether an expression needs one of these columns; sub-queries in it are looked through. */
  private boolean uses(RexNode expression, ImmutableBitSet columns) {
    if (RexUtil.SubQueryFinder.find(expression) != null) {
      expression.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitSubQuery(RexSubQuery subQuery) {
              decide(!carried(subQuery.rel).isEmpty());
              return super.visitSubQuery(subQuery);
            }
          });
    }
    return RelOptUtil.InputFinder.bits(expression).intersects(columns);
  }

  private void decide(boolean more) {
    decides |= more;
  }

  private static final class Marker extends RelHomogeneousShuttle {
    private final RexShuttle subQueries =
        new RexShuttle() {
          @Override
          public RexNode visitSubQuery(RexSubQuery subQuery) {
            return subQuery.clone(subQuery.rel.accept(Marker.this));
          }
        };

    @Override
    public RelNode visit(RelNode node) {
      return node instanceof JobsScan scan
          ? scan.with(scan.query().withMessageRequired())
          : super.visit(node).accept(subQueries);
    }
  }
}
