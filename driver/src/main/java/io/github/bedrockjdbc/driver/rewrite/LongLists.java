package io.github.bedrockjdbc.driver.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Makes one search of many values out of {@code x = 1 OR x = 2 OR …}, and {@code x <> 1 AND x <> 2
 * AND …}, which Calcite does as well, but not before it has compared each part with each.
 */
public final class LongLists extends ExpressionRewrite {
  private static final int FEWEST = 100;

  private final RexBuilder rexBuilder;

  public LongLists(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** Whether an expression of a plan has more parts than Calcite simplifies in time. */
  public static boolean areIn(RelNode plan) {
    final AtomicBoolean found = new AtomicBoolean();
    plan.accept(
        new ExpressionRewrite() {
          @Override
          RexNode rewritten(RexCall call) {
            found.compareAndSet(false, call.getOperands().size() > FEWEST);
            return call;
          }
        });
    return found.get();
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (call.getOperands().size() < FEWEST) {
      return call;
    }
    return switch (call.getKind()) {
      case OR -> RexUtil.composeDisjunction(rexBuilder, parts(call, SqlKind.EQUALS));
      case AND -> RexUtil.composeConjunction(rexBuilder, parts(call, SqlKind.NOT_EQUALS));
      default -> call;
    };
  }

  private List<RexNode> parts(RexCall call, SqlKind comparison) {
    final List<RexNode> parts = new ArrayList<>();
    final Map<RexNode, List<RexNode>> compared = new LinkedHashMap<>();
    for (RexNode part : call.getOperands()) {
      if (part.isA(comparison) && isValue(part)) {
        final List<RexNode> operands = ((RexCall) part).getOperands();
        compared.computeIfAbsent(operands.get(0), o -> new ArrayList<>()).add(operands.get(1));
      } else {
        parts.add(part);
      }
    }
    compared.forEach(
        (value, values) -> {
          final RexNode found = rexBuilder.makeIn(value, values);
          parts.add(
              comparison == SqlKind.EQUALS
                  ? found
                  : rexBuilder.makeCall(SqlStdOperatorTable.NOT, found));
        });
    return parts;
  }

  /** Texts and whole numbers, which are equal only if they are the same. */
  private static boolean isValue(RexNode part) {
    final RexNode value = ((RexCall) part).getOperands().get(0);
    return ((RexCall) part).getOperands().get(1) instanceof RexLiteral literal
        && !literal.isNull()
        && !(value instanceof RexLiteral)
        && (SqlTypeName.CHAR_TYPES.contains(literal.getType().getSqlTypeName())
            ? value.getType().getSqlTypeName() == SqlTypeName.VARCHAR
            : SqlTypeName.INT_TYPES.contains(literal.getType().getSqlTypeName())
                && literal.getType().getSqlTypeName() == value.getType().getSqlTypeName());
  }
}
