package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Compares a row with those of a query, in the query: {@code (a, b) < (SELECT …)} selects the
 * comparison, of which there is one at most, and {@code (a, b) < ANY (SELECT …)} asks by EXISTS.
 * Calcite takes no query of several columns for a value, and compares the parts of rows one by one
 * where any of several rows will do.
 */
public final class RowQueries extends SqlRewrite {
  private static final String ROWS = "$rows";

  /** By kind, with the operands in the other order. */
  private static final Map<SqlKind, SqlOperator> MIRRORED =
      Map.of(
          SqlKind.EQUALS, SqlStdOperatorTable.EQUALS,
          SqlKind.NOT_EQUALS, SqlStdOperatorTable.NOT_EQUALS,
          SqlKind.LESS_THAN, SqlStdOperatorTable.GREATER_THAN,
          SqlKind.LESS_THAN_OR_EQUAL, SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN, SqlStdOperatorTable.LESS_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL, SqlStdOperatorTable.LESS_THAN_OR_EQUAL);

  @Override
  SqlNode rewritten(SqlCall call) {
    if (call.operandCount() != 2) {
      return call;
    }
    final SqlNode left = call.operand(0);
    final SqlNode right = call.operand(1);
    if (call.getOperator() instanceof SqlQuantifyOperator operator) {
      return isRow(left) && right.isA(SqlKind.QUERY)
          ? quantified((SqlCall) left, operator, right, call.getParserPosition())
          : call;
    }
    if (call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN) {
      checkWidth(left, right);
      return call;
    }
    final SqlOperator mirrored = MIRRORED.get(call.getKind());
    if (mirrored == null) {
      return call;
    }
    if (isRow(left) && right.isA(SqlKind.QUERY)) {
      return single((SqlCall) left, call.getOperator(), right, call);
    }
    return isRow(right) && left.isA(SqlKind.QUERY)
        ? single((SqlCall) right, mirrored, left, call)
        : call;
  }

  private static boolean isRow(SqlNode node) {
    return node.getKind() == SqlKind.ROW;
  }

  /** NULL if the query has no rows, and an error if it has several. */
  private static SqlNode single(SqlCall row, SqlOperator operator, SqlNode query, SqlCall call) {
    if (width(query) == 1 && row.operandCount() > 1) {
      return call; // which is refused by its type
    }
    final SqlParserPos pos = call.getParserPosition();
    checkWidth(row, query);
    checkParts(row);
    return SqlStdOperatorTable.SCALAR_QUERY.createCall(
        pos, PlainSelect.of(pos, compared(row, operator, pos), named(row, query, pos), null));
  }

  /** One row decides for ANY if it is as asked, for ALL if it is not; else NULL leaves it open. */
  private static SqlNode quantified(
      SqlCall row, SqlQuantifyOperator operator, SqlNode query, SqlParserPos pos) {
    checkWidth(row, query);
    final boolean isAny = operator.getKind() == SqlKind.SOME;
    if (operator.comparisonKind == (isAny ? SqlKind.EQUALS : SqlKind.NOT_EQUALS)) {
      return (isAny ? SqlStdOperatorTable.IN : SqlStdOperatorTable.NOT_IN)
          .createCall(pos, row, query);
    }
    checkParts(row);
    final SqlNode comparison =
        compared(row, MIRRORED.get(MIRRORED.get(operator.comparisonKind).getKind()), pos);
    final SqlNode deciding =
        isAny ? comparison : SqlStdOperatorTable.IS_FALSE.createCall(pos, comparison);
    final SqlNode open = SqlStdOperatorTable.IS_UNKNOWN.createCall(pos, comparison);
    return new SqlCase(
        pos,
        null,
        SqlNodeList.of(exists(row, query, deciding, pos), exists(row, query, open, pos)),
        SqlNodeList.of(SqlLiteral.createBoolean(isAny, pos), SqlLiteral.createNull(pos)),
        SqlLiteral.createBoolean(!isAny, pos));
  }

  private static SqlNode exists(SqlCall row, SqlNode query, SqlNode condition, SqlParserPos pos) {
    return SqlStdOperatorTable.EXISTS.createCall(
        pos,
        PlainSelect.of(
            pos, SqlLiteral.createExactNumeric("1", pos), named(row, query, pos), condition));
  }

  private static SqlNode named(SqlCall row, SqlNode query, SqlParserPos pos) {
    final List<SqlNode> named = new ArrayList<>(List.of(query, new SqlIdentifier(ROWS, pos)));
    for (int i = 0; i < row.operandCount(); i++) {
      named.add(new SqlIdentifier(ROWS + i, pos));
    }
    return SqlStdOperatorTable.AS.createCall(pos, named);
  }

  private static SqlNode compared(SqlCall row, SqlOperator operator, SqlParserPos pos) {
    final List<SqlNode> parts = new ArrayList<>();
    for (int i = 0; i < row.operandCount(); i++) {
      parts.add(new SqlIdentifier(List.of(ROWS, ROWS + i), pos));
    }
    return operator.createCall(pos, row, SqlStdOperatorTable.ROW.createCall(pos, parts));
  }

  private static void checkWidth(SqlNode row, SqlNode query) {
    final int columns = width(query);
    if (isRow(row) && columns >= 0 && columns != ((SqlCall) row).operandCount()) {
      throw SqlMistake.at(
          query.getParserPosition(),
          "the row has %d parts, but the subquery that it is compared with has %d columns"
              .formatted(((SqlCall) row).operandCount(), columns));
    }
  }

  private static void checkParts(SqlCall row) {
    if (row.getOperandList().stream().anyMatch(RowMembership::isComputed)) {
      throw SqlMistake.at(
          row.getParserPosition(),
          "an aggregate or window function cannot be part of a row that is compared with a"
              + " subquery: compute it in a subquery in FROM first");
    }
  }

  /** How many columns a query has; -1 where a star stands for some. */
  private static int width(SqlNode query) {
    if (query instanceof SqlSelect select) {
      final boolean hasStar =
          select.getSelectList().stream()
              .anyMatch(item -> item instanceof SqlIdentifier name && name.isStar());
      return hasStar ? -1 : select.getSelectList().size();
    }
    if (query instanceof SqlOrderBy ordered) {
      return width(ordered.query);
    }
    if (query instanceof SqlWith with) {
      return width(with.body);
    }
    if (query.isA(SqlKind.SET_QUERY)) {
      return width(((SqlCall) query).operand(0));
    }
    return query.getKind() == SqlKind.VALUES && ((SqlCall) query).operand(0) instanceof SqlCall row
        ? row.operandCount()
        : -1;
  }
}
