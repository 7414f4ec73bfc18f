package io.github.bedrockjdbc.driver.syntax;

import static java.util.Collections.disjoint;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Puts the parts of a named window into those that begin with its name, such as {@code OVER (w ROWS
 * 2 PRECEDING)}. Calcite would leave out the frame of such a window. Each place that names one
 * whose keys have subqueries has it written there, as Calcite does not look for queries in WINDOW;
 * so has ORDER BY, where Calcite does not look for windows, and a query that has a name of a query
 * around it, which Calcite takes for a duplicate.
 */
public final class NamedWindows extends SqlBasicVisitor<Void> {
  private static final int ALLOWS_PARTIAL = 7;

  private final Deque<Named> scopes = new ArrayDeque<>();

  /**
   * Windows that may be named in a part of a statement.
   *
   * @param areWritten whether each is written wherever it is named
   */
  private record Named(Map<String, SqlWindow> windows, boolean areWritten) {
    static final Named NONE = new Named(Map.of(), false);
  }

  @Override
  public Void visit(SqlCall call) {
    if (call instanceof SqlOrderBy order && body(order.query) instanceof SqlSelect select) {
      final Map<String, SqlWindow> own = windows(select);
      order.query.accept(this);
      scopes.push(new Named(own, true));
      order.orderList.accept(this);
      scopes.pop();
      return null;
    }
    if (call instanceof SqlSelect select) {
      final Map<String, SqlWindow> own = windows(select);
      final boolean hides =
          scopes.stream().anyMatch(outer -> !disjoint(outer.windows.keySet(), own.keySet()));
      scopes.push(new Named(own, hides));
      super.visit(call);
      scopes.pop();
      select.getWindowList().removeIf(window -> hides || hasQuery(window));
      return null;
    }
    if (call.getKind() == SqlKind.OVER) {
      call.setOperand(1, written(call.operand(1), scopes.isEmpty() ? Named.NONE : scopes.peek()));
    }
    return super.visit(call);
  }

  private static SqlNode body(SqlNode query) {
    return query instanceof SqlWith with ? with.body : query;
  }

  private static SqlNode written(SqlNode over, Named named) {
    if (over instanceof SqlWindow window) {
      final SqlWindow whole = whole(window, named.windows());
      return whole != window && hasQuery(whole) ? SyntaxCopy.of(whole) : whole;
    }
    final SqlWindow window = named.windows().get(key((SqlIdentifier) over));
    return window != null && (named.areWritten() || hasQuery(window))
        ? SyntaxCopy.of(window(null, window.getPartitionList(), window.getOrderList(), window))
        : over;
  }

  private static boolean hasQuery(SqlNode window) {
    return SqlUtil.containsCall(window, call -> call.isA(SqlKind.QUERY));
  }

  /** Those that a query names; each may begin with one before it. */
  private static Map<String, SqlWindow> windows(SqlSelect select) {
    final Map<String, SqlWindow> windows = new HashMap<>();
    final SqlNodeList list = select.getWindowList();
    for (int i = 0; i < list.size(); i++) {
      final SqlWindow window = whole((SqlWindow) list.get(i), windows);
      list.set(i, window);
      if (window.getDeclName() != null) {
        windows.put(key(window.getDeclName()), window);
      }
    }
    return windows;
  }

  /** The window itself where it may not begin with the other one, so that Calcite says why. */
  private static SqlWindow whole(SqlWindow window, Map<String, SqlWindow> others) {
    final SqlWindow other =
        window.getRefName() == null ? null : others.get(key(window.getRefName()));
    if (other == null
        || other.getRefName() != null
        || !window.getPartitionList().isEmpty()
        || (!window.getOrderList().isEmpty() && !other.getOrderList().isEmpty())) {
      return window;
    }
    if (hasFrame(other)) {
      throw SqlMistake.at(
          window.getRefName().getParserPosition(),
          "window '%1$s' has a frame: write OVER %1$s, or leave the frame out of %1$s"
              .formatted(window.getRefName()));
    }
    return window(
        window.getDeclName(),
        other.getPartitionList(),
        window.getOrderList().isEmpty() ? other.getOrderList() : window.getOrderList(),
        window);
  }

  private static SqlWindow window(
      SqlIdentifier name, SqlNodeList partition, SqlNodeList order, SqlWindow framed) {
    final SqlNode allowsPartial = framed.operand(ALLOWS_PARTIAL);
    return SqlWindow.create(
        name,
        null,
        partition,
        order,
        SqlLiteral.createBoolean(framed.isRows(), framed.getParserPosition()),
        framed.getLowerBound(),
        framed.getUpperBound(),
        (SqlLiteral) allowsPartial,
        framed.getExclude(),
        framed.getParserPosition());
  }

  private static boolean hasFrame(SqlWindow window) {
    return window.getLowerBound() != null; // EXCLUDE is a part of it
  }

  private static String key(SqlIdentifier name) {
    return name.getSimple().toLowerCase(Locale.ROOT);
  }
}
