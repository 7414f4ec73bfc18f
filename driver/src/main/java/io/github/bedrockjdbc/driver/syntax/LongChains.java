package io.github.bedrockjdbc.driver.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Balances long chains of AND, OR and {@code ||}, so that ten thousand terms are some fourteen
 * operators deep. All three mean the same however they are grouped.
 */
public final class LongChains extends SqlRewrite {
  /** Shorter chains stay as they were written. */
  private static final int MOST_AS_WRITTEN = 16;

  private static final int MOST_SIMPLIFIED = 100;

  private static final List<SqlOperator> ASSOCIATIVE =
      List.of(SqlStdOperatorTable.AND, SqlStdOperatorTable.OR, SqlStdOperatorTable.CONCAT);

  /** Whether Calcite takes too long to simplify a statement: it compares each term with each. */
  public static boolean areIn(SqlNode statement) {
    final AtomicBoolean found = new AtomicBoolean();
    statement.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlNodeList list) {
            found.compareAndSet(false, list.size() > MOST_SIMPLIFIED);
            return super.visit(list);
          }

          @Override
          public Void visit(SqlCall call) {
            found.compareAndSet(
                false,
                ASSOCIATIVE.contains(call.getOperator()) && terms(call).size() > MOST_SIMPLIFIED);
            return found.get() ? null : super.visit(call);
          }
        });
    return found.get();
  }

  public static SqlNode balanced(SqlNode statement) {
    return new LongChains().applied(statement);
  }

  @Override
  public Void visit(SqlCall call) {
    final List<SqlNode> terms = terms(call);
    if (terms.size() <= MOST_AS_WRITTEN) {
      return super.visit(call);
    }
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i) instanceof SqlCall term) {
        term.accept(this);
        terms.set(i, rewritten(term));
      }
    }
    final int middle = terms.size() / 2;
    call.setOperand(0, tree(call.getOperator(), terms.subList(0, middle)));
    call.setOperand(1, tree(call.getOperator(), terms.subList(middle, terms.size())));
    return null;
  }

  /** All is done in place. */
  @Override
  SqlNode rewritten(SqlCall call) {
    return call;
  }

  private static List<SqlNode> terms(SqlCall call) {
    final List<SqlNode> terms = new ArrayList<>();
    if (!ASSOCIATIVE.contains(call.getOperator()) || call.operandCount() != 2) {
      return terms;
    }
    final Deque<SqlNode> open = new ArrayDeque<>(List.of(call));
    while (!open.isEmpty()) {
      final SqlNode node = open.pop();
      if (node instanceof SqlCall chained
          && chained.getOperator().equals(call.getOperator())
          && chained.operandCount() == 2) {
        open.push(chained.operand(1));
        open.push(chained.operand(0));
      } else {
        terms.add(node);
      }
    }
    return terms;
  }

  private static SqlNode tree(SqlOperator operator, List<SqlNode> terms) {
    if (terms.size() == 1) {
      return terms.get(0);
    }
    final int middle = terms.size() / 2;
    final SqlNode left = tree(operator, terms.subList(0, middle));
    final SqlNode right = tree(operator, terms.subList(middle, terms.size()));
    return operator.createCall(SqlParserPos.sum(List.of(left, right)), left, right);
  }
}
