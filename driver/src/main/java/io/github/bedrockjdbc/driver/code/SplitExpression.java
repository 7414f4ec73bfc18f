package io.github.bedrockjdbc.driver.code;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.runtime.SplitMethods;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLambda;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/** Makes an expression one of several methods, each of a size that Java and its compiler bear. */
final class SplitExpression extends RexShuttle {
  /** Operators and operands of one method. */
  private static final int MOST = 150;

  /** Operands of one AND, OR or CASE. */
  private static final int MOST_OPERANDS = 40;

  /** What is not worth a method. */
  private static final int FEWEST = 12;

  private static final CodeFunction CALL = CodeFunction.ofAny(SplitMethods.class, "call");

  private final RexBuilder rexBuilder;
  private final IdentityHashMap<RexNode, Integer> sizes = new IdentityHashMap<>();

  SplitExpression(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  RexNode of(RexNode expression) {
    return expression.accept(this);
  }

  @Override
  public RexNode visitCall(RexCall written) {
    final RexCall call = shortened(written);
    final List<RexNode> operands = new ArrayList<>(visitList(call.getOperands()));
    int size = 1 + operands.stream().mapToInt(this::size).sum();
    for (int i = 0; i < operands.size() && size > MOST; i++) {
      final int part = size(operands.get(i));
      if (part >= FEWEST) {
        operands.set(i, method(operands.get(i)));
        size -= part - 1;
      }
    }
    final RexNode split =
        operands.equals(call.getOperands()) ? call : call.clone(call.getType(), operands);
    sizes.put(split, size);
    return split;
  }

  private int size(RexNode node) {
    return sizes.getOrDefault(node, 1);
  }

  private RexCall shortened(RexCall call) {
    final List<RexNode> operands = call.getOperands();
    if (operands.size() <= MOST_OPERANDS) {
      return call;
    }
    return switch (call.getKind()) {
      case AND, OR -> grouped(call);
      case CASE -> nested(call);
      default -> call;
    };
  }

  private RexCall grouped(RexCall call) {
    List<RexNode> parts = call.getOperands();
    while (parts.size() > MOST_OPERANDS) {
      final List<RexNode> groups = new ArrayList<>();
      for (int i = 0; i < parts.size(); i += MOST_OPERANDS) {
        final List<RexNode> group = parts.subList(i, Math.min(i + MOST_OPERANDS, parts.size()));
        groups.add(group.size() == 1 ? group.get(0) : call.clone(call.getType(), group));
      }
      parts = groups;
    }
    return call.clone(call.getType(), parts);
  }

  /** The branches after the first ones are the ELSE of these. */
  private RexCall nested(RexCall call) {
    final List<RexNode> operands = call.getOperands();
    final int branches = operands.size() / 2;
    final int last = (branches - 1) / (MOST_OPERANDS / 2) * (MOST_OPERANDS / 2);
    RexNode otherwise = call.clone(call.getType(), operands.subList(2 * last, operands.size()));
    for (int i = last - MOST_OPERANDS / 2; i >= 0; i -= MOST_OPERANDS / 2) {
      final List<RexNode> group = new ArrayList<>(operands.subList(2 * i, 2 * i + MOST_OPERANDS));
      group.add(otherwise);
      otherwise = call.clone(call.getType(), group);
    }
    return (RexCall) otherwise;
  }

  private RexNode method(RexNode part) {
    final RelDataType type =
        rexBuilder.getTypeFactory().createTypeWithNullability(part.getType(), true);
    final RexNode called =
        CALL.call(rexBuilder, type, (RexLambda) rexBuilder.makeLambdaCall(part, List.of()));
    return part.getType().isNullable() ? called : rexBuilder.makeNotNull(called);
  }
}
