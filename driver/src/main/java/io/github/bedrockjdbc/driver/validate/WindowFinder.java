package io.github.bedrockjdbc.driver.validate;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Finds window functions of an expression, those of its subqueries left out. */
final class WindowFinder extends SqlBasicVisitor<Void> {
  private boolean isFound;

  private WindowFinder() {}

  static boolean areOnlyInSubqueries(SqlNode expression) {
    final WindowFinder own = new WindowFinder();
    expression.accept(own);
    return !own.isFound && SqlUtil.containsCall(expression, call -> call.getKind() == SqlKind.OVER);
  }

  @Override
  public Void visit(SqlCall call) {
    if (call.isA(SqlKind.QUERY)) {
      return null;
    }
    isFound |= call.getKind() == SqlKind.OVER;
    return super.visit(call);
  }
}
