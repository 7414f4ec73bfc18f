package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.detail.plan.DetailRules;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.join.InnerMergeJoins;
import io.github.bedrockjdbc.driver.join.NestedLoopJoins;
import io.github.bedrockjdbc.driver.rewrite.LongLists;
import io.github.bedrockjdbc.driver.sort.RowSort;
import io.github.bedrockjdbc.driver.spool.RowSpools;
import io.github.bedrockjdbc.driver.subquery.BoundVariables;
import io.github.bedrockjdbc.driver.subquery.ClosedScopes;
import io.github.bedrockjdbc.driver.subquery.ConditionSubqueries;
import io.github.bedrockjdbc.driver.subquery.EqualSubqueries;
import io.github.bedrockjdbc.driver.subquery.SelectListSubqueries;
import io.github.bedrockjdbc.driver.subquery.SubqueryScopes;
import io.github.bedrockjdbc.driver.thread.PlanningThread;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptLattice;
import org.apache.calcite.plan.RelOptMaterialization;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.DateRangeRules;
import org.apache.calcite.rel.rules.SingleValuesOptimizationRules;
import org.apache.calcite.rel.rules.SortProjectTransposeRule;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.Programs;

/**
 * Calcite's complete rules and generated code. Merely touching them loads some two thousand
 * classes, so nothing here is reached by statements that the scan answers alone.
 */
final class FullPlanner {
  /** Sub-queries are joins now, which may be below details. */
  private static final RulePass DETAILS = new RulePass(DetailRules.PULL_UP);

  /** As Calcite's, but for select lists. */
  private static final Program SUBQUERIES =
      Programs.of(
          new HepProgramBuilder()
              .addRuleCollection(
                  List.of(
                      ConditionSubqueries.OF_FILTERS,
                      SelectListSubqueries.INSTANCE,
                      ConditionSubqueries.OF_JOINS,
                      CoreRules.PROJECT_OVER_SUM_TO_SUM0_RULE))
              .build(),
          true,
          InferredPredicates.METADATA);

  private static final List<RelOptRule> ONE_ROW_JOINS =
      List.of(
          SingleValuesOptimizationRules.JOIN_LEFT_INSTANCE,
          SingleValuesOptimizationRules.JOIN_RIGHT_INSTANCE,
          SingleValuesOptimizationRules.JOIN_LEFT_PROJECT_INSTANCE,
          SingleValuesOptimizationRules.JOIN_RIGHT_PROJECT_INSTANCE);

  private final RelOptPlanner planner;
  private final boolean isLong;

  /** Takes the planner of a translated statement, which has no rules yet. */
  FullPlanner(RelRoot root) {
    this.planner = root.rel.getCluster().getPlanner();
    this.isLong = LongLists.areIn(root.rel);
    planner.setExecutor(new ConstantReduction(PlanningThread.cancellation()));
    RelOptUtil.registerDefaultRules(planner, false, false);
    planner.removeRule(DateRangeRules.FILTER_INSTANCE); // fails for FLOOR(… TO QUARTER)
    // Compute what one row holds for each row that it is joined with, windows over it included.
    ONE_ROW_JOINS.forEach(planner::removeRule);
    GroupingRules.register(planner);
    InnerMergeJoins.register(planner);
    planner.removeRule(EnumerableRules.ENUMERABLE_SORT_RULE);
    planner.addRule(RowSort.RULE);
    // Limits the inputs of a UNION before it knows which of their rows are equal.
    planner.removeRule(EnumerableRules.ENUMERABLE_MERGE_UNION_RULE);
    planner.removeRule(CoreRules.SORT_PROJECT_TRANSPOSE);
    planner.addRule(new SortRule());
    // Makes EXCEPT of EXCEPT ALL, of which a row may be left that came several times.
    planner.removeRule(CoreRules.MINUS_MERGE);
    // Takes equal texts for unlike ones where one has the type of a literal, one that of a column.
    planner.removeRule(CoreRules.UNION_TO_VALUES);
  }

  /** What runs: rows in the order, and with the columns, that the statement asks for. */
  EnumerableRel plan(RelRoot root) {
    final RelTraitSet wanted =
        root.rel
            .getTraitSet()
            .replace(EnumerableConvention.INSTANCE)
            .replace(root.collation)
            .simplify();
    final RelNode best =
        best(
            root.rel
                .accept(new SubqueryScopes(root.rel.getCluster().getRexBuilder()))
                .accept(new EqualSubqueries()),
            wanted);
    final EnumerableRel running =
        (EnumerableRel) RowSpools.inserted(NestedLoopJoins.corrected(best));
    return root.isRefTrivial() ? running : projected(running, root);
  }

  /** Simplification fails of some expressions, which the frugal rules take as they are. */
  private RelNode best(RelNode plan, RelTraitSet wanted) {
    if (!isLong) {
      try {
        return planned(plan, wanted, Programs.trim(), FullPlanner::optimized);
      } catch (RuntimeException | AssertionError e) {
        PlanningThread.check();
        if (SqlMistake.isIn(e)) {
          throw e;
        }
      }
    }
    return planned(plan, wanted, FrugalRules.TRIM, FullPlanner::frugal);
  }

  private RelNode planned(RelNode plan, RelTraitSet wanted, Program trim, Program rules) {
    return Programs.sequence(
            SUBQUERIES,
            (unused, joined, traits, none, noneEither) -> DETAILS.over(joined),
            trim,
            (unused, trimmed, traits, none, noneEither) -> trimmed.accept(new ClosedScopes()),
            rules,
            CalcRules.PROGRAM)
        .run(planner, plan, wanted, List.of(), List.of());
  }

  private static RelNode optimized(
      RelOptPlanner planner,
      RelNode plan,
      RelTraitSet wanted,
      List<RelOptMaterialization> none,
      List<RelOptLattice> noneEither) {
    try {
      final RelNode best = best(planner, plan, wanted);
      return BoundVariables.areAll(best) ? best : frugal(planner, plan, wanted, none, noneEither);
    } catch (BoundedPlanner.GaveUpException e) {
      return frugal(planner, plan, wanted, none, noneEither);
    }
  }

  private static RelNode frugal(
      RelOptPlanner planner,
      RelNode plan,
      RelTraitSet wanted,
      List<RelOptMaterialization> none,
      List<RelOptLattice> noneEither) {
    ((BoundedPlanner) planner).restart();
    return best(
        planner, FrugalRules.CONDITIONS.run(planner, plan, wanted, none, noneEither), wanted);
  }

  private static RelNode best(RelOptPlanner planner, RelNode plan, RelTraitSet wanted) {
    planner.setRoot(plan);
    planner.setRoot(planner.changeTraits(plan, wanted));
    return planner.findBestExp();
  }

  /** Drops columns that only the order needed. */
  private static EnumerableRel projected(EnumerableRel best, RelRoot root) {
    final RexBuilder rexBuilder = best.getCluster().getRexBuilder();
    final List<RexNode> columns = new ArrayList<>();
    root.fields.leftList().forEach(index -> columns.add(rexBuilder.makeInputRef(best, index)));
    return EnumerableCalc.create(
        best,
        RexProgram.create(best.getRowType(), columns, null, root.validatedRowType, rexBuilder));
  }

  /**
   * Sorts before columns are cast. Times of one day are one DATE, in whose order the next column
   * decides: so only the last column may lose something in its cast.
   */
  private static final class SortRule extends SortProjectTransposeRule {
    SortRule() {
      super(SortProjectTransposeRule.Config.DEFAULT);
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
      final Sort sort = call.rel(0);
      final Project project = call.rel(1);
      if (sort.getCollation().getFieldCollations().stream()
              .map(key -> project.getProjects().get(key.getFieldIndex()))
              .takeWhile(key -> key instanceof RexInputRef || RexUtil.isLosslessCast(key))
              .count()
          >= sort.getCollation().getFieldCollations().size() - 1) {
        super.onMatch(call);
      }
    }
  }
}
