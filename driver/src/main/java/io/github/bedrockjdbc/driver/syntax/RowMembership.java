package io.github.bedrockjdbc.driver.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Asks whether a row is among those of a query by EXISTS. Calcite takes a row with a NULL for one
 * of which nothing is known, though another part of it may differ from all rows. Where such rows
 * count as others that are not found, Calcite's way is right, and stays; so do rows of aggregates
 * and window functions, until they are columns of a plan.
 */
public final class RowMembership extends SqlRewrite {
  private static final String ROWS = "$rows";

  private final Set<SqlNode> conditions = Collections.newSetFromMap(new IdentityHashMap<>());

  @Override
  public Void visit(SqlCall call) {
    if (call instanceof SqlSelect select) {
      addParts(select.getWhere());
      addParts(select.getHaving());
    }
    return super.visit(call);
  }

  /** Of what must be true. */
  private void addParts(SqlNode condition) {
    if (condition != null && condition.getKind() == SqlKind.AND) {
      ((SqlCall) condition).getOperandList().forEach(this::addParts);
    } else if (condition != null) {
      conditions.add(condition);
    }
  }

  @Override
  SqlNode rewritten(SqlCall call) {
    final boolean isNegated = call.getKind() == SqlKind.NOT_IN;
    if ((!isNegated && call.getKind() != SqlKind.IN)
        || call.operand(0).getKind() != SqlKind.ROW
        || call.operand(1) instanceof SqlNodeList) {
      return call;
    }
    final boolean mustBeTrue = conditions.contains(call);
    if (mustBeTrue && !isNegated) {
      return call;
    }
    final SqlParserPos pos = call.getParserPosition();
    final List<SqlNode> parts = ((SqlCall) call.operand(0)).getOperandList();
    if (parts.stream().anyMatch(RowMembership::isComputed)) {
      return call; // a plan can do it
    }
    final SqlNode rows = call.operand(1);
    if (mustBeTrue) {
      return SqlStdOperatorTable.NOT.createCall(
          pos,
          exists(
              rows,
              parts.size(),
              SqlStdOperatorTable.IS_NOT_FALSE.createCall(pos, same(parts, pos)),
              pos));
    }
    return new SqlCase(
        pos,
        null,
        SqlNodeList.of(
            exists(rows, parts.size(), same(parts, pos), pos),
            exists(
                rows,
                parts.size(),
                SqlStdOperatorTable.IS_UNKNOWN.createCall(pos, same(parts, pos)),
                pos)),
        SqlNodeList.of(SqlLiteral.createBoolean(!isNegated, pos), SqlLiteral.createNull(pos)),
        SqlLiteral.createBoolean(isNegated, pos));
  }

  private static SqlNode exists(SqlNode rows, int width, SqlNode condition, SqlParserPos pos) {
    final List<SqlNode> named = new ArrayList<>(List.of(rows, new SqlIdentifier(ROWS, pos)));
    for (int i = 0; i < width; i++) {
      named.add(new SqlIdentifier(ROWS + i, pos));
    }
    return SqlStdOperatorTable.EXISTS.createCall(
        pos,
        PlainSelect.of(
            pos,
            SqlLiteral.createExactNumeric("1", pos),
            SqlStdOperatorTable.AS.createCall(pos, named),
            condition));
  }

  private static SqlNode same(List<SqlNode> parts, SqlParserPos pos) {
    SqlNode all = null;
    for (int i = 0; i < parts.size(); i++) {
      final SqlNode part =
          SqlStdOperatorTable.EQUALS.createCall(
              pos, new SqlIdentifier(List.of(ROWS, ROWS + i), pos), parts.get(i));
      all = all == null ? part : SqlStdOperatorTable.AND.createCall(pos, all, part);
    }
    return all;
  }

  /** Whether it is of an aggregate, which would be one of the inner query within EXISTS. */
  static boolean isComputed(SqlNode part) {
    if (part instanceof SqlNodeList list) {
      return list.stream().anyMatch(RowMembership::isComputed);
    }
    return part instanceof SqlCall call
        && !call.isA(SqlKind.QUERY)
        && (call.getKind() == SqlKind.OVER
            || OuterAggregates.isAggregate(call)
            || call.getOperandList().stream().anyMatch(RowMembership::isComputed));
  }
}
