package io.github.bedrockjdbc.adapter.listing;

import io.github.bedrockjdbc.adapter.node.RuleConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Tells the scan which values a filter above it wants; the filter stays, and checks every row. */
public final class WantedValuesRule extends RelRule<RuleConfig> {
  public static final RelOptRule INSTANCE =
      RuleConfig.above(
          "WantedValues", LogicalFilter.class, ListedScan.class, WantedValuesRule::new);

  private static final Set<String> OF_SOURCES = Set.of("region", "account_id");

  private WantedValuesRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalFilter filter = call.rel(0);
    final ListedScan scan = call.rel(1);
    final Map<String, List<RexNode>> wanted = new TreeMap<>(scan.wanted());
    final RexNode expanded =
        RexUtil.expandSearch(filter.getCluster().getRexBuilder(), null, filter.getCondition());
    for (RexNode conjunct : RelOptUtil.conjunctions(expanded)) {
      wanted(conjunct, scan).ifPresent(one -> wanted.putIfAbsent(one.column, one.operands));
    }
    if (!wanted.keySet().equals(scan.wanted().keySet())) {
      call.transformTo(
          filter.copy(filter.getTraitSet(), scan.wanting(wanted), filter.getCondition()));
    }
  }

  /** Of {@code column = value}, or several of them joined by OR. */
  private static Optional<Wanted> wanted(RexNode conjunct, ListedScan scan) {
    final Set<String> columns = new HashSet<>();
    final List<RexNode> operands = new ArrayList<>();
    for (RexNode alternative : RelOptUtil.disjunctions(conjunct)) {
      if (!alternative.isA(SqlKind.EQUALS)) {
        return Optional.empty();
      }
      final List<RexNode> sides = ((RexCall) alternative).getOperands();
      final int column = sides.get(0) instanceof RexInputRef ? 0 : 1;
      if (!(sides.get(column) instanceof RexInputRef ref) || !isValue(sides.get(1 - column))) {
        return Optional.empty();
      }
      columns.add(scan.getRowType().getFieldNames().get(ref.getIndex()));
      operands.add(sides.get(1 - column));
    }
    final boolean isPushed =
        columns.size() == 1
            && columns.stream()
                .allMatch(
                    name ->
                        OF_SOURCES.contains(name)
                            || scan.listed().listing().pushed().contains(name));
    return isPushed
        ? Optional.of(new Wanted(columns.iterator().next(), operands))
        : Optional.empty();
  }

  private static boolean isValue(RexNode operand) {
    return operand instanceof RexDynamicParam
        || (operand instanceof RexLiteral literal
            && !literal.isNull()
            && SqlTypeUtil.inCharFamily(literal.getType()));
  }

  private record Wanted(String column, List<RexNode> operands) {}
}
