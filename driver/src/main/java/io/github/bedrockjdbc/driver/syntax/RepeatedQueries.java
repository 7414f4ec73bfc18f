package io.github.bedrockjdbc.driver.syntax;

import java.util.IdentityHashMap;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Makes a copy of each part with a query that stands in several places, as after CASE with several
 * WHEN: the validator keeps one scope for a query, and writes into it what it found out.
 */
public final class RepeatedQueries extends SqlBasicVisitor<Void> {
  /** Calls and lists, and whether they have a query. */
  private final IdentityHashMap<SqlNode, Boolean> seen = new IdentityHashMap<>();

  /** The same part, changed. */
  public SqlNode applied(SqlNode part) {
    part.accept(this);
    return part;
  }

  @Override
  public Void visit(SqlCall call) {
    for (int i = 0; i < call.operandCount(); i++) {
      final SqlNode operand = call.getOperandList().get(i);
      final SqlNode own = own(operand);
      if (own != operand) {
        call.setOperand(i, own);
      }
    }
    return null;
  }

  @Override
  public Void visit(SqlNodeList list) {
    for (int i = 0; i < list.size(); i++) {
      final SqlNode own = own(list.get(i));
      if (own != list.get(i)) {
        list.set(i, own);
      }
    }
    return null;
  }

  private SqlNode own(SqlNode part) {
    if (parts(part).isEmpty()) {
      return part;
    }
    final Boolean hasQuery = seen.get(part);
    if (hasQuery == null && !isShallowCopy(part)) {
      part.accept(this);
      seen.put(part, part.isA(SqlKind.QUERY) || parts(part).stream().anyMatch(this::hasQuery));
      return part;
    }
    if (Boolean.FALSE.equals(hasQuery)) {
      return part;
    }
    final SqlNode copy = SyntaxCopy.of(part);
    seen.put(copy, true);
    return copy;
  }

  /** Calcite makes such ones of the arguments of COALESCE and NULLIF. */
  private boolean isShallowCopy(SqlNode part) {
    return part.isA(SqlKind.QUERY) && parts(part).stream().anyMatch(seen::containsKey);
  }

  private boolean hasQuery(SqlNode part) {
    return seen.getOrDefault(part, false);
  }

  private static List<SqlNode> parts(SqlNode part) {
    if (part instanceof SqlNodeList list) {
      return list.getList();
    }
    return part instanceof SqlCall call ? call.getOperandList() : List.of();
  }
}
