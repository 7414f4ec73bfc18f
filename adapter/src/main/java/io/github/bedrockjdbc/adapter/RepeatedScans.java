package io.github.bedrockjdbc.adapter;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableBatchNestedLoopJoin;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.RepeatUnion;

/** Tells the scans that a plan reads again and again to keep their rows from the first time on. */
public final class RepeatedScans {
  private RepeatedScans() {}

  /**
   * The same plan, with its scans told.
   *
   * @param plan as it will run
   */
  public static RelNode marked(RelNode plan) {
    return marked(plan, false);
  }

  private static RelNode marked(RelNode node, boolean isRepeated) {
    if (node instanceof JobsPhysicalScan scan) {
      return isRepeated ? scan.repeated() : scan;
    }
    final List<RelNode> inputs = new ArrayList<>();
    for (int i = 0; i < node.getInputs().size(); i++) {
      inputs.add(marked(node.getInput(i), isRepeated || (i > 0 && isLoop(node))));
    }
    return inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
  }

  /** Whether the second input is read for each row, or round, of the first. */
  private static boolean isLoop(RelNode node) {
    return node instanceof Correlate
        || node instanceof EnumerableNestedLoopJoin
        || node instanceof EnumerableBatchNestedLoopJoin
        || node instanceof RepeatUnion;
  }
}
