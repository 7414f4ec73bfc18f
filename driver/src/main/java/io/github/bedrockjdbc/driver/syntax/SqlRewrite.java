package io.github.bedrockjdbc.driver.syntax;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Replaces calls in a statement that was parsed, in place; inner ones first. */
abstract class SqlRewrite extends SqlBasicVisitor<Void> {
  /** What stands for a call; the call itself if nothing is to do. */
  abstract SqlNode rewritten(SqlCall call);

  /** The same statement, changed. */
  public final SqlNode applied(SqlNode statement) {
    statement.accept(this);
    return statement;
  }

  @Override
  public Void visit(SqlCall call) {
    for (int i = 0; i < call.operandCount(); i++) {
      final SqlNode operand = call.getOperandList().get(i);
      if (operand != null) {
        operand.accept(this);
      }
      if (operand instanceof SqlCall inner) {
        final SqlNode other = rewritten(inner);
        if (other != inner) {
          call.setOperand(i, other);
        }
      }
    }
    return null;
  }

  @Override
  public Void visit(SqlNodeList list) {
    for (int i = 0; i < list.size(); i++) {
      final SqlNode element = list.get(i);
      if (element != null) {
        element.accept(this);
      }
      if (element instanceof SqlCall inner) {
        list.set(i, rewritten(inner));
      }
    }
    return null;
  }
}
