package io.github.bedrockjdbc.driver.syntax;

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
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Puts the parts of a named window into those that begin with its name, such as {@code OVER (w ROWS
 * 2 PRECEDING)}. Calcite would leave out the frame of such a window.
 */
public final class NamedWindows extends SqlBasicVisitor<Void> {
  private static final SqlLiteral EXCLUDES_NOTHING =
      SqlWindow.createExcludeNoOthers(SqlParserPos.ZERO);
  private static final int ALLOWS_PARTIAL = 7;

  private final Deque<Map<String, SqlWindow>> names = new ArrayDeque<>();

  @Override
  public Void visit(SqlCall call) {
    if (call instanceof SqlOrderBy order && order.query instanceof SqlSelect select) {
      select.accept(this);
      names.push(windows(select));
      order.orderList.accept(this);
      names.pop();
      return null;
    }
    if (call instanceof SqlSelect select) {
      names.push(windows(select));
      super.visit(call);
      names.pop();
      return null;
    }
    if (call.getKind() == SqlKind.OVER && call.operand(1) instanceof SqlWindow window) {
      call.setOperand(1, whole(window, names.isEmpty() ? Map.of() : names.peek()));
    }
    return super.visit(call);
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
    final SqlNode allowsPartial = window.operand(ALLOWS_PARTIAL);
    return SqlWindow.create(
        window.getDeclName(),
        null,
        other.getPartitionList(),
        window.getOrderList().isEmpty() ? other.getOrderList() : window.getOrderList(),
        SqlLiteral.createBoolean(window.isRows(), window.getParserPosition()),
        window.getLowerBound(),
        window.getUpperBound(),
        (SqlLiteral) allowsPartial,
        window.getExclude(),
        window.getParserPosition());
  }

  private static boolean hasFrame(SqlWindow window) {
    return window.getLowerBound() != null
        || window.getUpperBound() != null
        || !EXCLUDES_NOTHING.toValue().equals(window.getExclude().toValue());
  }

  private static String key(SqlIdentifier name) {
    return name.getSimple().toLowerCase(Locale.ROOT);
  }
}
