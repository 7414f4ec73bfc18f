package io.github.bedrockjdbc.driver.window;

import io.github.bedrockjdbc.driver.aggregate.Accumulators;
import io.github.bedrockjdbc.driver.aggregate.AggregateColumn;
import io.github.bedrockjdbc.driver.aggregate.Representation;
import io.github.bedrockjdbc.driver.aggregate.SqlOrder;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What computes the functions of a plan's window. */
final class WindowFunctions {
  private final List<RexLiteral> constants;
  private final List<RelDataType> types = new ArrayList<>();
  private final int width;

  WindowFunctions(Window window) {
    this.constants = window.constants;
    window.getInput().getRowType().getFieldList().stream()
        .map(RelDataTypeField::getType)
        .forEach(types::add);
    this.width = types.size();
    constants.forEach(constant -> types.add(constant.getType()));
  }

  WindowRows.Group group(Window.Group group) {
    final WindowFrame frame = frame(group);
    return new WindowRows.Group(
        group.keys.asList(),
        SqlOrder.of(group.orderKeys),
        group.aggCalls.stream().map(call -> column(call, frame)).toList());
  }

  private WindowFrame frame(Window.Group group) {
    final List<RelFieldCollation> order = group.orderKeys.getFieldCollations();
    final int key = order.isEmpty() ? -1 : order.get(0).getFieldIndex();
    return new WindowFrame(
        group.isRows,
        bound(group.lowerBound, group.isRows ? -1 : key),
        bound(group.upperBound, group.isRows ? -1 : key),
        group.exclude,
        key,
        !order.isEmpty() && SqlOrder.isDescending(order.get(0)));
  }

  /** The offset of a bound; null if it has none. */
  private RexLiteral literal(RexWindowBound bound) {
    final RexNode offset = bound.getOffset();
    if (offset instanceof RexInputRef reference && reference.getIndex() >= width) {
      return constants.get(reference.getIndex() - width);
    }
    if (offset == null || offset instanceof RexLiteral) {
      return (RexLiteral) offset;
    }
    throw SqlMistake.at(
        SqlParserPos.ZERO, "the offset of a frame must be a literal number or interval");
  }

  /**
   * @param key what offsets are distances of, -1 if they are numbers of rows
   */
  private FrameBound bound(RexWindowBound bound, int key) {
    final RexLiteral offset = literal(bound);
    return FrameBound.of(
        bound,
        offset == null ? null : offset.getValueAs(BigDecimal.class),
        offset == null || key < 0 ? null : new WindowDistance(types.get(key), offset.getType()));
  }

  private WindowColumn column(Window.RexWinAggCall call, WindowFrame frame) {
    final SqlAggFunction function = (SqlAggFunction) call.getOperator();
    final List<Integer> arguments =
        call.getOperands().stream().map(o -> ((RexInputRef) o).getIndex()).toList();
    final Representation result = new Representation(call.getType());
    return switch (function.getKind()) {
      case ROW_NUMBER, RANK, DENSE_RANK, PERCENT_RANK, CUME_DIST ->
          new RankColumn(function.getKind(), 0, result);
      case NTILE -> new RankColumn(function.getKind(), buckets(arguments.get(0)), result);
      case LEAD, LAG -> new NearbyColumn(function.getKind(), arguments, call.ignoreNulls, result);
      case FIRST_VALUE, LAST_VALUE, NTH_VALUE ->
          new FrameValueColumn(function.getKind(), frame, arguments, call.ignoreNulls);
      default -> new FramedAggregate(folded(call, function, arguments), frame);
    };
  }

  private int buckets(int argument) {
    return constants.get(argument - width).getValueAs(Integer.class);
  }

  private AggregateColumn folded(
      Window.RexWinAggCall call, SqlAggFunction function, List<Integer> arguments) {
    return new AggregateColumn(
        function.getKind(),
        Accumulators.of(
            function, call.getOperands().stream().map(RexNode::getType).toList(), call.getType()),
        arguments,
        -1,
        call.distinct,
        null);
  }
}
