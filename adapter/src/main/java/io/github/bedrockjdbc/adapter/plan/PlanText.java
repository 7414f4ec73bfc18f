package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.node.PlanStep;
import io.github.bedrockjdbc.adapter.predicate.SqlText;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * A plan for people who do not know Calcite: what is done, outermost first, each step with its
 * inputs below it. A scan says which requests it would make.
 */
public final class PlanText {
  private static final String STEP = "  ";

  private final List<String> lines = new ArrayList<>();
  private final List<JobsTableScan> scans = new ArrayList<>();
  private final Duration maxAge;

  private PlanText(Duration maxAge) {
    this.maxAge = maxAge;
  }

  /**
   * The lines of a plan. Calls nothing.
   *
   * @param maxAge how old the rows may be
   */
  public static List<String> lines(RelNode plan, Duration maxAge) {
    final PlanText text = new PlanText(maxAge);
    text.find(plan);
    text.add(plan, "");
    return List.copyOf(text.lines);
  }

  /** All scans of a plan see the jobs at one moment. */
  private void find(RelNode node) {
    if (node instanceof JobsTableScan scan) {
      scans.add(scan);
    }
    node.getInputs().forEach(this::find);
  }

  private void add(RelNode node, String indent) {
    final List<String> steps = steps(node);
    String at = indent;
    for (String step : steps) {
      lines.add(at + step);
      at += STEP;
    }
    final String below = at;
    facts(node).forEach(fact -> lines.add(below + fact));
    node.getInputs().forEach(input -> add(input, below));
  }

  private List<String> facts(RelNode node) {
    if (node instanceof JobsTableScan scan) {
      final List<JobQuery> queries =
          scans.stream()
              .filter(other -> other.jobs().equals(scan.jobs()))
              .map(JobsTableScan::query)
              .toList();
      return ScanText.lines(scan.query(), scan.jobs(), scan.jobs().answers(queries, maxAge));
    }
    return node instanceof PlanStep step
        ? step.requests(mostOfInput(node), maxAge).stream()
            .map(request -> "Request: " + request)
            .toList()
        : List.of();
  }

  /** The most rows that a node gives, where a limit says so. */
  private static OptionalLong most(RelNode node) {
    if (node instanceof JobsTableScan scan) {
      return scan.query().limit().map(ScanTerms::most).orElse(OptionalLong.empty());
    }
    final RexNode fetch =
        node instanceof Sort sort
            ? sort.fetch
            : node instanceof EnumerableLimit limit ? limit.fetch : null;
    if (fetch instanceof RexLiteral literal) {
      return OptionalLong.of(literal.getValueAs(Long.class));
    }
    return node instanceof Project || node instanceof Filter || node instanceof Calc
        ? mostOfInput(node)
        : OptionalLong.empty();
  }

  private static OptionalLong mostOfInput(RelNode node) {
    return node.getInputs().isEmpty() ? OptionalLong.empty() : most(node.getInput(0));
  }

  /** What a node does; nothing if it only renames or reorders columns. */
  private static List<String> steps(RelNode node) {
    if (node instanceof PlanStep step) {
      return List.of(step.words(PlanNames.below(node)));
    }
    if (node instanceof TableScan scan) {
      final List<String> name = scan.getTable().getQualifiedName();
      return List.of("Scan " + name.get(name.size() - 1));
    }
    if (node instanceof Calc calc) {
      return calculation(calc);
    }
    if (node instanceof Project project) {
      return computation(
          project.getProjects(), project.getRowType().getFieldNames(), PlanNames.below(node));
    }
    if (node instanceof Filter filter) {
      return List.of("Filter: " + SqlText.of(filter.getCondition(), PlanNames.below(node)));
    }
    if (node instanceof Sort sort) {
      return List.of(order(sort) + rows(sort.offset, sort.fetch));
    }
    if (node instanceof EnumerableLimit limit) {
      return List.of("Limit" + rows(limit.offset, limit.fetch));
    }
    if (node instanceof Aggregate aggregate) {
      return List.of(aggregation(aggregate));
    }
    if (node instanceof Join join) {
      return List.of(words(join.getJoinType().name()) + " join on " + condition(join));
    }
    if (node instanceof Correlate correlate) {
      return List.of(words(correlate.getJoinType().name()) + " join, for each row of the first");
    }
    if (node instanceof SetOp operation) {
      return List.of(words(operation.kind.name()) + (operation.all ? " all" : ""));
    }
    if (node instanceof Window window) {
      return List.of("Window functions" + columns(window));
    }
    if (node instanceof Values values) {
      return List.of("Constant rows: " + values.getTuples().size());
    }
    return List.of(words(node.getRelTypeName().replaceFirst("^(Enumerable|Logical)", "")));
  }

  private static List<String> calculation(Calc calc) {
    final List<String> names = PlanNames.below(calc);
    final List<String> steps =
        new ArrayList<>(
            computation(
                calc.getProgram().getProjectList().stream()
                    .map(calc.getProgram()::expandLocalRef)
                    .toList(),
                calc.getRowType().getFieldNames(),
                names));
    if (calc.getProgram().getCondition() != null) {
      steps.add(
          "Filter: "
              + SqlText.of(
                  calc.getProgram().expandLocalRef(calc.getProgram().getCondition()), names));
    }
    return steps;
  }

  private static List<String> computation(
      List<? extends RexNode> expressions, List<String> names, List<String> input) {
    final String computed =
        IntStream.range(0, expressions.size())
            .filter(i -> !(expressions.get(i) instanceof RexInputRef))
            .mapToObj(i -> SqlText.of(expressions.get(i), input) + as(names.get(i)))
            .collect(Collectors.joining(", "));
    return computed.isEmpty() ? List.of() : List.of("Compute: " + computed);
  }

  private static String as(String name) {
    return PlanNames.isMadeUp(name) ? "" : " AS " + name;
  }

  private static String order(Sort sort) {
    final List<String> names = PlanNames.below(sort);
    final String keys =
        sort.getCollation().getFieldCollations().stream()
            .map(field -> names.get(field.getFieldIndex()) + direction(field))
            .collect(Collectors.joining(", "));
    return keys.isEmpty() ? "Limit" : "Sort by " + keys;
  }

  private static String direction(RelFieldCollation field) {
    return field.getDirection().isDescending() ? " DESC" : "";
  }

  private static String rows(RexNode offset, RexNode fetch) {
    return Stream.of(
            fetch == null
                ? ""
                : ": " + count(fetch) + (count(fetch).equals("1") ? " row" : " rows"),
            offset == null
                ? ""
                : (fetch == null ? ": all" : "") + " after the first " + count(offset))
        .collect(Collectors.joining());
  }

  private static String count(RexNode number) {
    return number instanceof RexLiteral ? number.toString().replaceFirst(":.*", "") : "?";
  }

  private static String aggregation(Aggregate aggregate) {
    final List<String> names = PlanNames.below(aggregate);
    final String calls =
        aggregate.getAggCallList().stream()
            .map(
                call ->
                    PlanNames.call(call, names) + as(call.getName() == null ? "$" : call.getName()))
            .collect(Collectors.joining(", "));
    final String keys =
        aggregate.getGroupSet().asList().stream().map(names::get).collect(Collectors.joining(", "));
    return (keys.isEmpty() ? "Aggregate" : "Group by " + keys)
        + (calls.isEmpty() ? "" : ": " + calls);
  }

  private static String condition(Join join) {
    return SqlText.of(join.getCondition(), PlanNames.below(join));
  }

  private static String columns(Window window) {
    return window.groups.stream()
        .flatMap(group -> group.aggCalls.stream())
        .map(call -> call.getOperator().getName())
        .distinct()
        .collect(Collectors.joining(", ", ": ", ""));
  }

  /** {@code LEFT_OUTER} as {@code Left outer}. */
  private static String words(String name) {
    final String words =
        name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
