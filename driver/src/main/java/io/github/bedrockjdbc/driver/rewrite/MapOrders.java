package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Refuses what asks which of two maps comes first; they can only be equal. */
public final class MapOrders extends ExpressionRewrite {
  private static final Set<SqlKind> COMPARISONS =
      Set.of(
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.GREATEST,
          SqlKind.LEAST);

  /** Aggregates that compare their argument, and those that compare the second one. */
  private static final Set<String> ORDERING =
      Set.of("MIN", "MAX", "ANY_VALUE", "MODE", "MEDIAN", "PERCENTILE_DISC");

  private static final Set<String> ORDERING_BY_KEY =
      Set.of("ARG_MIN", "ARG_MAX", "MIN_BY", "MAX_BY");

  @Override
  public RelNode visit(RelNode node) {
    if (node instanceof Sort sort) {
      sort.getCollation().getFieldCollations().forEach(key -> check(key, node, "ORDER BY"));
    } else if (node instanceof Aggregate aggregate) {
      for (AggregateCall call : aggregate.getAggCallList()) {
        final RelNode rows = aggregate.getInput();
        check(
            call.getAggregation().getName(),
            call.getArgList().stream()
                .map(column -> rows.getRowType().getFieldList().get(column).getType())
                .toList());
        call.getCollation().getFieldCollations().forEach(key -> check(key, rows, "ORDER BY"));
      }
    }
    return super.visit(node);
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (COMPARISONS.contains(call.getKind())) {
      call.getOperands().forEach(operand -> check(operand.getType(), call.getOperator().getName()));
    }
    return call;
  }

  @Override
  RexNode rewritten(RexOver window) {
    check(
        window.getOperator().getName(),
        window.getOperands().stream().map(RexNode::getType).toList());
    for (RexFieldCollation key : window.getWindow().orderKeys) {
      check(key.left.getType(), "ORDER BY");
    }
    return window;
  }

  @Override
  RexNode rewritten(RexSubQuery query) {
    if (query.getKind() == SqlKind.SOME) {
      query.getOperands().forEach(sought -> check(sought.getType(), "ANY and ALL"));
    }
    return query;
  }

  private static void check(RelFieldCollation key, RelNode rows, String what) {
    check(rows.getRowType().getFieldList().get(key.getFieldIndex()).getType(), what);
  }

  private static void check(String aggregate, List<RelDataType> arguments) {
    if (ORDERING.contains(aggregate)) {
      arguments.forEach(type -> check(type, aggregate));
    } else if (ORDERING_BY_KEY.contains(aggregate)) {
      check(arguments.get(1), aggregate);
    }
  }

  private static void check(RelDataType type, String what) {
    if (holdsMap(type)) {
      throw SqlMistake.at(
          SqlParserPos.ZERO,
          what
              + " cannot be used with MAP values, which have no order: use a value of the map,"
              + " such as m['key']");
    }
  }

  private static boolean holdsMap(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.MAP
        || (type.getComponentType() != null && holdsMap(type.getComponentType()))
        || (type.isStruct()
            && type.getFieldList().stream().anyMatch(field -> holdsMap(field.getType())));
  }
}
