package io.github.bedrockjdbc.driver.plan;

import org.apache.calcite.plan.Context;
import org.apache.calcite.plan.volcano.VolcanoPlanner;

/**
 * Calcite's planner by cost, which ends: it may try every order of joins, whose number grows with
 * their factorial. Whoever is told that it gave up plans with {@link FrugalRules}.
 */
final class BoundedPlanner extends VolcanoPlanner {
  /** Some four times what reports with four joins need. */
  private static final int MOST_STEPS = 2_000;

  /** Some thirty times what eight joined tables need. */
  private static final int MOST_INFERENCES = 10_000;

  private int steps;
  private int inferences;
  private boolean isBounded = true;

  BoundedPlanner(Context context) {
    super(context);
  }

  /** There were too many ways to compare. */
  static final class GaveUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Calcite asks before each rule that it applies. */
  @Override
  public void checkCancel() {
    super.checkCancel();
    steps++;
    if (isBounded && (steps > MOST_STEPS || inferences > MOST_INFERENCES)) {
      throw new GaveUpException();
    }
  }

  /** To be called when predicates of a join are inferred: it takes longer with each level. */
  void countInference() {
    inferences++;
  }

  /** Begins anew, with rules of which none undoes what another did. */
  void restart() {
    clear();
    isBounded = false;
    FrugalRules.register(this);
  }
}
