package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.thread.PlanningThread;
import java.util.List;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;

/** Rules that change a plan until none of them matches, whatever it costs then. */
final class RulePass {
  private final HepProgram program;

  RulePass(List<RelOptRule> rules) {
    this.program = new HepProgramBuilder().addRuleCollection(rules).build();
  }

  /** Ends with the planning in this thread. */
  RelNode over(RelNode plan) {
    final HepPlanner planner = new HepPlanner(program, Contexts.of(PlanningThread.flag()));
    planner.setRoot(plan);
    return planner.findBestExp();
  }
}
