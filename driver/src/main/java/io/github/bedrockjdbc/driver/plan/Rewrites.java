package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.plan.KeyJoins;
import io.github.bedrockjdbc.driver.rewrite.ArgumentChecks;
import io.github.bedrockjdbc.driver.rewrite.BooleanCasts;
import io.github.bedrockjdbc.driver.rewrite.CharacterFunctions;
import io.github.bedrockjdbc.driver.rewrite.CheckedArithmetic;
import io.github.bedrockjdbc.driver.rewrite.CompoundValues;
import io.github.bedrockjdbc.driver.rewrite.ConstantFolding;
import io.github.bedrockjdbc.driver.rewrite.FullTimestampTexts;
import io.github.bedrockjdbc.driver.rewrite.GroupingCalls;
import io.github.bedrockjdbc.driver.rewrite.IntervalCalls;
import io.github.bedrockjdbc.driver.rewrite.JsonTexts;
import io.github.bedrockjdbc.driver.rewrite.LiteralCasts;
import io.github.bedrockjdbc.driver.rewrite.LongLists;
import io.github.bedrockjdbc.driver.rewrite.MapOrders;
import io.github.bedrockjdbc.driver.rewrite.MergedProjects;
import io.github.bedrockjdbc.driver.rewrite.NullableCasts;
import io.github.bedrockjdbc.driver.rewrite.NumberCalls;
import io.github.bedrockjdbc.driver.rewrite.NumberCasts;
import io.github.bedrockjdbc.driver.rewrite.PlainConstants;
import io.github.bedrockjdbc.driver.rewrite.RowComparisons;
import io.github.bedrockjdbc.driver.rewrite.TimeCalls;
import io.github.bedrockjdbc.driver.rewrite.TimeCasts;
import io.github.bedrockjdbc.driver.rewrite.TimedRows;
import io.github.bedrockjdbc.driver.rewrite.TruthTestExpansion;
import io.github.bedrockjdbc.driver.subquery.ExistenceLimits;
import io.github.bedrockjdbc.driver.subquery.GroupedVariables;
import io.github.bedrockjdbc.driver.subquery.RowSearches;
import io.github.bedrockjdbc.driver.subquery.UnusedSorts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.tools.RelBuilderFactory;

/**
 * All that is changed in a plan before rules see it. In most statements, which compare columns with
 * constants, there is nothing to change; looking for each rewrite's part in them would take a
 * twentieth of their planning.
 */
final class Rewrites {
  private static final int LONG = 16;

  /** Simplification fails of NULL in places where no rewrite has looked for it yet. */
  private static final RelBuilderFactory UNSIMPLIFIED =
      RelBuilder.proto(Contexts.of(RelBuilder.Config.DEFAULT.withSimplify(false)));

  private static final Set<SqlKind> TESTS =
      EnumSet.of(
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.LIKE,
          SqlKind.SEARCH);

  private Rewrites() {}

  /** A plan that code can be made of, and that means what the driver documents. */
  static RelNode applied(RelNode plan) {
    if (!isPlain(plan)) {
      return rewritten(plan);
    }
    assert rewritten(plan).deepEquals(plan) : plan;
    return plan;
  }

  private static RelNode rewritten(RelNode plan) {
    final RelOptCluster cluster = plan.getCluster();
    final RexBuilder rexBuilder = cluster.getRexBuilder();
    RandomColumns.check(plan);
    return KeyJoins.merged(
            plan.accept(UnusedSorts.ofStatement())
                .accept(new GroupedVariables(rexBuilder))) // before columns merge
        .accept(new ExistenceLimits())
        .accept(new MergedProjects(UNSIMPLIFIED.create(cluster, null)))
        .accept(new RowSearches())
        .accept(new PlainConstants(rexBuilder))
        .accept(new TimedRows())
        .accept(new GroupingCalls())
        .accept(new MapOrders())
        .accept(new RowComparisons(rexBuilder))
        .accept(new NullableCasts(rexBuilder))
        .accept(new TruthTestExpansion(rexBuilder))
        .accept(new LongLists(rexBuilder))
        .accept(new ConstantFolding(rexBuilder))
        .accept(new ArgumentChecks())
        .accept(new JsonTexts(rexBuilder))
        .accept(new CharacterFunctions(rexBuilder))
        .accept(new FullTimestampTexts(rexBuilder))
        .accept(new CheckedArithmetic(rexBuilder))
        .accept(new IntervalCalls(rexBuilder))
        .accept(new NumberCalls(rexBuilder))
        .accept(new NumberCasts(rexBuilder))
        .accept(new BooleanCasts(rexBuilder))
        .accept(new TimeCasts(rexBuilder))
        .accept(new TimeCalls(rexBuilder))
        .accept(new LiteralCasts(rexBuilder))
        .accept(new CompoundValues(rexBuilder)); // after casts of rows, which literals may have
  }

  /** Whether it only filters, projects and sorts rows of a table by tests of columns. */
  private static boolean isPlain(RelNode plan) {
    if (plan instanceof TableScan) {
      return true;
    }
    if (plan instanceof Project project) {
      return !(project.getInput() instanceof Project)
          && project.getProjects().stream().allMatch(Rewrites::isOperand)
          && isPlain(project.getInput());
    }
    if (plan instanceof Filter filter) {
      return isCondition(filter.getCondition()) && isPlain(filter.getInput());
    }
    return plan instanceof Sort sort && isPlain(sort.getInput());
  }

  /** Whether it is a conjunction of tests: long ones may be shortened. */
  private static boolean isCondition(RexNode condition) {
    final List<RexNode> tests =
        condition.isA(SqlKind.AND) ? ((RexCall) condition).getOperands() : List.of(condition);
    return tests.size() < LONG && tests.stream().allMatch(Rewrites::isTest);
  }

  private static boolean isTest(RexNode condition) {
    return condition instanceof RexCall call
        && TESTS.contains(call.getKind())
        && call.getOperands().stream().allMatch(Rewrites::isOperand);
  }

  private static boolean isOperand(RexNode value) {
    return (value instanceof RexInputRef
            || value instanceof RexLiteral
            || value instanceof RexDynamicParam)
        && !value.getType().isStruct();
  }
}
