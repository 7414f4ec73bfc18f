package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.function.DriverFunctions;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/** Finds columns whose values are all of one type {@code CHAR(n)}. */
public final class PaddedColumns {
  /** Of NULL, which is of any type. */
  private static final int ANY = -1;

  private PaddedColumns() {}

  /** The length to which a column's values are padded; 0 if they are not. */
  public static int length(RelNode node, int column) {
    return Math.max(0, found(node, column));
  }

  private static int found(RelNode node, int column) {
    if (node instanceof Project project) {
      return found(project.getProjects().get(column), project.getInput());
    }
    if (node instanceof Filter || node instanceof Sort) {
      return found(node.getInput(0), column);
    }
    if (node instanceof Join || node instanceof Correlate) {
      final int ofFirst = node.getInput(0).getRowType().getFieldCount();
      return column < ofFirst
          ? found(node.getInput(0), column)
          : found(node.getInput(1), column - ofFirst);
    }
    if (node instanceof SetOp operation) {
      return common(operation.getInputs().stream().mapToInt(input -> found(input, column)));
    }
    return node instanceof Aggregate aggregate ? found(aggregate, column) : 0;
  }

  private static int found(Aggregate aggregate, int column) {
    final int keys = aggregate.getGroupCount();
    if (column < keys) {
      return found(aggregate.getInput(), aggregate.getGroupSet().nth(column));
    }
    final AggregateCall call = aggregate.getAggCallList().get(column - keys);
    return isOneOf(call.getAggregation().getKind())
        ? found(aggregate.getInput(), call.getArgList().get(0))
        : 0;
  }

  private static int found(RexNode expression, RelNode input) {
    if (expression instanceof RexInputRef column) {
      return found(input, column.getIndex());
    }
    if (expression instanceof RexLiteral literal) {
      return literal.isNull() ? ANY : 0;
    }
    if (expression instanceof RexSubQuery query) {
      return query.isA(SqlKind.SCALAR_QUERY) ? found(query.rel, 0) : 0;
    }
    if (!(expression instanceof RexCall call)) {
      return 0;
    }
    if (call.getOperator().equals(DriverFunctions.CHARACTERS)) {
      return length(call.getOperands().get(1));
    }
    final List<RexNode> operands = call.getOperands();
    if (call.isA(SqlKind.CASE)) {
      return common(
          IntStream.range(0, operands.size())
              .filter(i -> i % 2 == 1 || i == operands.size() - 1)
              .map(i -> found(operands.get(i), input)));
    }
    final boolean isSame =
        isOneOf(call.getKind())
            || (call.isA(SqlKind.CAST)
                && call.getType().getSqlTypeName() == operands.get(0).getType().getSqlTypeName()
                && call.getType().getPrecision() == operands.get(0).getType().getPrecision());
    return isSame ? found(operands.get(0), input) : 0;
  }

  private static int length(RexNode length) {
    return length instanceof RexLiteral literal
        ? literal.getValueAs(BigDecimal.class).intValueExact()
        : length(((RexCall) length).getOperands().get(0)); // as a BIGINT
  }

  /** Whether a function gives one of the values of its argument. */
  private static boolean isOneOf(SqlKind function) {
    return switch (function) {
      case MIN, MAX, ANY_VALUE, MODE, FIRST_VALUE, LAST_VALUE, NTH_VALUE -> true;
      case ARG_MIN, ARG_MAX -> true;
      default -> false;
    };
  }

  private static int common(IntStream lengths) {
    final int[] told = lengths.filter(length -> length != ANY).distinct().toArray();
    return told.length == 1 ? told[0] : 0;
  }
}
