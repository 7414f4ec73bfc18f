package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.with.WithNames;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Makes {@code (SELECT a.x)} of a column {@code a.x} of an outer query where an inner one is
 * grouped. It is a constant there, but Calcite would have it grouped by.
 */
public final class OuterColumns extends SqlBasicVisitor<Void> {
  private final Deque<Set<String>> outer = new ArrayDeque<>();

  @Override
  public Void visit(SqlCall call) {
    if (call instanceof SqlOrderBy order
        && WithNames.body(order.query) instanceof SqlSelect select) {
      final Set<String> own = relations(select.getFrom());
      if (isGrouped(select)) {
        replaced(order.orderList, own);
      }
      order.query.accept(this);
      outer.push(own);
      order.orderList.accept(this);
      outer.pop();
      return null;
    }
    if (!(call instanceof SqlSelect select)) {
      return super.visit(call);
    }
    final Set<String> own = relations(select.getFrom());
    if (isGrouped(select)) {
      if (select.getHaving() != null) {
        select.setHaving(replaced(select.getHaving(), own));
      }
      replaced(select.getWindowList(), own);
      final SqlNodeList columns = select.getSelectList();
      for (int i = 0; i < columns.size(); i++) {
        columns.set(i, labelled(columns.get(i), replaced(columns.get(i), own)));
      }
    }
    outer.push(own);
    super.visit(call);
    outer.pop();
    return null;
  }

  private static boolean isGrouped(SqlSelect select) {
    return select.getGroup() != null
        || select.getHaving() != null
        || select.getSelectList().stream().anyMatch(OuterColumns::aggregates);
  }

  /** Whether an expression needs a group; a sub-query has its own. */
  private static boolean aggregates(SqlNode expression) {
    if (expression instanceof SqlNodeList list) {
      return list.stream().anyMatch(OuterColumns::aggregates);
    }
    if (!(expression instanceof SqlCall call) || call.isA(SqlKind.QUERY)) {
      return false;
    }
    return call.getKind() == SqlKind.OVER
        ? aggregatesWithin(call.operand(0)) || aggregates(call.operand(1))
        : OuterAggregates.isAggregate(call) || aggregatesWithin(call);
  }

  private static boolean aggregatesWithin(SqlCall call) {
    return OuterAggregates.isAround(call)
        ? aggregatesWithin(call.operand(0))
        : call.getOperandList().stream().anyMatch(OuterColumns::aggregates);
  }

  private static SqlNode labelled(SqlNode written, SqlNode replaced) {
    return written != replaced && written instanceof SqlIdentifier column
        ? SqlStdOperatorTable.AS.createCall(
            written.getParserPosition(),
            replaced,
            new SqlIdentifier(
                column.names.get(column.names.size() - 1), written.getParserPosition()))
        : replaced;
  }

  /** Names by which the relations of a FROM clause, which may be null, are called. */
  static Set<String> relations(SqlNode from) {
    final Set<String> names = new HashSet<>();
    addNames(from, names);
    return names;
  }

  private static void addNames(SqlNode from, Set<String> names) {
    if (from instanceof SqlJoin join) {
      addNames(join.getLeft(), names);
      addNames(join.getRight(), names);
    } else if (from instanceof SqlIdentifier table) {
      names.add(lower(table.names.get(table.names.size() - 1)));
    } else if (from instanceof SqlCall call && call.getKind() == SqlKind.AS) {
      names.add(lower(((SqlIdentifier) call.operand(1)).getSimple()));
    }
  }

  private SqlNode replaced(SqlNode expression, Set<String> own) {
    if (expression instanceof SqlIdentifier column) {
      return isOuter(column, own) ? constant(column) : column;
    }
    if (expression instanceof SqlNodeList list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, replaced(list.get(i), own));
      }
    } else if (expression instanceof SqlCall call && call.getKind() == SqlKind.OVER) {
      replaceWithin(call.operand(0), own);
      replaced(call.operand(1), own);
    } else if (expression instanceof SqlCall call
        && !call.isA(SqlKind.QUERY)
        && !OuterAggregates.isAggregate(call)) {
      replaceWithin(call, own);
    }
    return expression;
  }

  /** A window function computes of groups, as no other aggregate does. */
  private void replaceWithin(SqlCall call, Set<String> own) {
    for (int i = 0; i < call.operandCount(); i++) {
      final SqlNode operand = call.getOperandList().get(i);
      if (i == 0 && OuterAggregates.isAround(call)) {
        replaceWithin((SqlCall) operand, own);
        continue;
      }
      final SqlNode other = operand == null ? null : replaced(operand, own);
      if (other != operand) {
        call.setOperand(i, other);
      }
    }
  }

  private boolean isOuter(SqlIdentifier column, Set<String> own) {
    if (column.names.size() != 2 || column.isStar()) {
      return false;
    }
    final String table = lower(column.names.get(0));
    return !own.contains(table) && outer.stream().anyMatch(names -> names.contains(table));
  }

  private static SqlNode constant(SqlIdentifier column) {
    return PlainSelect.of(column.getParserPosition(), column, null, null);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
