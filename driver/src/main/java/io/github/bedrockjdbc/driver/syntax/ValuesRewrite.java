package io.github.bedrockjdbc.driver.syntax;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * Writes {@code VALUES} in a form that Calcite can translate: rows of which a column has literals
 * of several types as a {@code UNION ALL}, and what stands beside IN, in EXISTS or in ARRAY as a
 * query of its own.
 */
public final class ValuesRewrite extends SqlShuttle {
  @Override
  public SqlNode visit(SqlCall call) {
    final SqlNode inner = Objects.requireNonNull(super.visit(call));
    if (inner.getKind() == SqlKind.VALUES && isMixed((SqlCall) inner)) {
      return union((SqlCall) inner);
    }
    return switch (inner.getKind()) {
      case IN, NOT_IN, SOME, ALL -> withQuery((SqlCall) inner, 1);
      case EXISTS, ARRAY_QUERY_CONSTRUCTOR, MAP_QUERY_CONSTRUCTOR, MULTISET_QUERY_CONSTRUCTOR ->
          withQuery((SqlCall) inner, 0);
      default -> inner;
    };
  }

  private static SqlNode withQuery(SqlCall call, int operand) {
    call.setOperand(operand, selected(call.operand(operand)));
    return call;
  }

  private static SqlNode selected(SqlNode rows) {
    return switch (rows.getKind()) {
      case VALUES, UNION, INTERSECT, EXCEPT, WITH -> query(rows);
      case ORDER_BY -> {
        final SqlOrderBy ordered = (SqlOrderBy) rows;
        yield new SqlOrderBy(
            ordered.getParserPosition(),
            selected(ordered.query),
            ordered.orderList,
            ordered.offset,
            ordered.fetch);
      }
      default -> rows;
    };
  }

  private static SqlNode query(SqlNode rows) {
    final SqlParserPos pos = rows.getParserPosition();
    return PlainSelect.of(pos, SqlIdentifier.star(pos), rows, null);
  }

  private static boolean isMixed(SqlCall values) {
    final List<SqlNode> rows = values.getOperandList();
    final SqlCall first = (SqlCall) rows.get(0);
    for (int column = 0; column < first.operandCount(); column++) {
      final int index = column;
      final Function<SqlNode, SqlNode> value =
          row -> index < ((SqlCall) row).operandCount() ? ((SqlCall) row).operand(index) : row;
      if (rows.stream()
              .map(value)
              .map(ValuesRewrite::type)
              .filter(Objects::nonNull)
              .distinct()
              .count()
          > 1) {
        return true;
      }
    }
    return false;
  }

  /** Of a literal; null if it is none, or NULL. */
  private static SqlTypeName type(SqlNode value) {
    return value instanceof SqlLiteral literal && literal.getTypeName() != SqlTypeName.NULL
        ? literal.getTypeName()
        : null;
  }

  private static SqlNode union(SqlCall values) {
    final SqlParserPos pos = values.getParserPosition();
    return values.getOperandList().stream()
        .<SqlNode>map(row -> SqlStdOperatorTable.VALUES.createCall(pos, row))
        .reduce((above, below) -> SqlStdOperatorTable.UNION_ALL.createCall(pos, above, below))
        .orElseThrow();
  }
}
