package io.github.bedrockjdbc.driver.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Makes the names of columns without an alias valid where PostgreSQL has them: outside of the
 * subquery or WITH query that they belong to, and in its ORDER BY. Within, Calcite would take an
 * alias for what GROUP BY or HAVING mean by that name; so the columns of subqueries are named
 * beside them, {@code (SELECT COUNT(*) FROM jobs) AS t(count)}, and ORDER BY gets the position.
 */
final class NamedColumns extends SqlBasicVisitor<Void> {
  @Override
  public Void visit(SqlCall call) {
    super.visit(call);
    if (call instanceof SqlSelect select && select.getFrom() != null) {
      select.setFrom(named(select.getFrom()));
    } else if (call instanceof SqlOrderBy ordered) {
      position(ordered.orderList, ColumnNames.of(ordered.query));
    } else if (call instanceof SqlWithItem item && item.columnList == null) {
      final List<SqlNode> names = names(item.query);
      if (!names.isEmpty()) {
        item.columnList = new SqlNodeList(names, item.getParserPosition());
      }
    }
    return null;
  }

  private static SqlNode named(SqlNode from) {
    if (from instanceof SqlJoin join) {
      join.setLeft(named(join.getLeft()));
      join.setRight(named(join.getRight()));
      return join;
    }
    if (from.getKind() != SqlKind.AS || ((SqlCall) from).operandCount() != 2) {
      return from;
    }
    final SqlCall as = (SqlCall) from;
    final SqlNode table = as.operand(0);
    final SqlNode query = table.getKind() == SqlKind.LATERAL ? ((SqlCall) table).operand(0) : table;
    final List<SqlNode> operands = new ArrayList<>(as.getOperandList());
    operands.addAll(names(query));
    return operands.size() == 2
        ? from
        : SqlStdOperatorTable.AS.createCall(as.getParserPosition(), operands);
  }

  /** All names, each once; none if there is nothing to name. */
  private static List<SqlNode> names(SqlNode query) {
    final ColumnNames columns =
        query.isA(SqlKind.QUERY) ? ColumnNames.of(query) : ColumnNames.none();
    if (!columns.areToBeGiven()) {
      return List.of();
    }
    final List<ColumnNames.Item> items = columns.items();
    final List<String> names =
        UniqueNames.of(
            items.stream().map(ColumnNames.Item::text).toList(),
            index -> items.get(index).isNamed());
    return names.stream().<SqlNode>map(name -> new SqlIdentifier(name, SqlParserPos.ZERO)).toList();
  }

  private static void position(SqlNodeList keys, ColumnNames columns) {
    if (!columns.hasStar()) {
      keys.replaceAll(key -> positioned(key, columns));
    }
  }

  private static SqlNode positioned(SqlNode key, ColumnNames columns) {
    if (key instanceof SqlCall call
        && Set.of(SqlKind.DESCENDING, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST)
            .contains(key.getKind())) {
      call.setOperand(0, positioned(call.operand(0), columns));
      return call;
    }
    if (!(key instanceof SqlIdentifier name) || !name.isSimple()) {
      return key;
    }
    final int[] places =
        IntStream.range(0, columns.items().size())
            .filter(i -> columns.items().get(i).text().equalsIgnoreCase(name.getSimple()))
            .toArray();
    return places.length == 1 && isOfFunction(columns.items().get(places[0]))
        ? SqlLiteral.createExactNumeric(String.valueOf(places[0] + 1), key.getParserPosition())
        : key;
  }

  /** Names of columns mean what they mean without it: the column of the table. */
  private static boolean isOfFunction(ColumnNames.Item item) {
    return !item.isNamed() && item.name().orElseThrow().isOfFunction();
  }
}
