package io.github.bedrockjdbc.driver.validate;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Finds window functions of an expression, those of its subqueries left out, and these. */
final class WindowFinder extends SqlBasicVisitor<Void> {
  private final List<SqlNode> subqueries = new ArrayList<>();
  private boolean isFound;

  private WindowFinder() {}

  static boolean areOnlyInSubqueries(SqlNode expression) {
    final WindowFinder own = new WindowFinder();
    expression.accept(own);
    return !own.isFound && SqlUtil.containsCall(expression, call -> call.getKind() == SqlKind.OVER);
  }

  static List<SqlNode> subqueries(SqlNode expression) {
    final WindowFinder own = new WindowFinder();
    expression.accept(own);
    return own.subqueries;
  }

  @Override
  public Void visit(SqlCall call) {
    if (call.isA(SqlKind.QUERY)) {
      subqueries.add(call);
      return null;
    }
    isFound |= call.getKind() == SqlKind.OVER;
    return super.visit(call);
  }
}
