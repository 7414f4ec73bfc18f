package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.predicate.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/** Names of a plan's columns for people: what Calcite named by itself is shown as what it is. */
final class PlanNames {
  private PlanNames() {}

  /** Whether a name is none that the statement gives. */
  static boolean isMadeUp(String name) {
    return name.startsWith("EXPR$") || name.startsWith("$");
  }

  /** The columns that a node's expressions mean: those of its inputs, one after the other. */
  static List<String> below(RelNode node) {
    final List<List<String>> inputs = node.getInputs().stream().map(PlanNames::of).toList();
    return inputs.size() == 2
        ? sided(inputs.get(0), inputs.get(1))
        : inputs.stream().flatMap(List::stream).toList();
  }

  /** What two inputs both have is told apart. */
  private static List<String> sided(List<String> first, List<String> second) {
    return Stream.concat(
            first.stream().map(name -> second.contains(name) ? "first." + name : name),
            second.stream().map(name -> first.contains(name) ? "second." + name : name))
        .toList();
  }

  private static List<String> of(RelNode node) {
    final List<String> below = below(node);
    final List<String> meanings = new ArrayList<>();
    if (node instanceof Aggregate aggregate) {
      aggregate.getGroupSet().forEach(key -> meanings.add(below.get(key)));
      aggregate.getAggCallList().forEach(call -> meanings.add(call(call, below)));
    } else if (node instanceof Calc calc) {
      calc.getProgram().getProjectList().stream()
          .map(calc.getProgram()::expandLocalRef)
          .forEach(expression -> meanings.add(SqlText.of(expression, below)));
    } else if (node instanceof Project project) {
      for (RexNode expression : project.getProjects()) {
        meanings.add(SqlText.of(expression, below));
      }
    } else {
      meanings.addAll(below);
    }
    final List<String> names = node.getRowType().getFieldNames();
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> isMadeUp(names.get(i)) && i < meanings.size() ? meanings.get(i) : names.get(i))
        .toList();
  }

  /** An aggregate function with its arguments. */
  static String call(AggregateCall call, List<String> names) {
    final String arguments =
        call.getArgList().isEmpty() && call.getAggregation().getKind() == SqlKind.COUNT
            ? "*"
            : call.getArgList().stream().map(names::get).collect(Collectors.joining(", "));
    return (call.getAggregation().getKind() == SqlKind.SUM0
            ? "SUM"
            : call.getAggregation().getName())
        + "("
        + (call.isDistinct() ? "DISTINCT " : "")
        + arguments
        + ")"
        + (call.filterArg < 0 ? "" : " FILTER (WHERE " + names.get(call.filterArg) + ")");
  }
}
