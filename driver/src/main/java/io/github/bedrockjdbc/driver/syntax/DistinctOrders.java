package io.github.bedrockjdbc.driver.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/**
 * Orders the rows of SELECT DISTINCT with window functions in a query around it. Calcite looks into
 * the windows that are ordered by, and takes what they are made of for columns that must be
 * selected.
 */
public final class DistinctOrders extends SqlRewrite {
  private static final String DISTINCT = "$distinct";

  /** Also of the statement itself. */
  public SqlNode appliedToAll(SqlNode statement) {
    applied(statement);
    return statement instanceof SqlCall call ? rewritten(call) : statement;
  }

  @Override
  SqlNode rewritten(SqlCall call) {
    return call instanceof SqlOrderBy ordered
            && ordered.query instanceof SqlSelect select
            && select.isDistinct()
            && SqlUtil.containsCall(select.getSelectList(), each -> each.getKind() == SqlKind.OVER)
        ? ordered(ordered, select)
        : call;
  }

  private static SqlNode ordered(SqlOrderBy ordered, SqlSelect select) {
    final List<SqlNode> keys = new ArrayList<>();
    for (SqlNode key : ordered.orderList) {
      final Optional<SqlNode> place = place(key, select.getSelectList());
      if (place.isEmpty()) {
        return ordered; // which is refused
      }
      keys.add(place.get());
    }
    final SqlParserPos pos = select.getParserPosition();
    final SqlNode rows =
        SqlStdOperatorTable.AS.createCall(pos, select, new SqlIdentifier(DISTINCT, pos));
    return new SqlOrderBy(
        ordered.getParserPosition(),
        PlainSelect.of(pos, SqlIdentifier.star(pos), rows, null),
        new SqlNodeList(keys, ordered.orderList.getParserPosition()),
        ordered.offset,
        ordered.fetch);
  }

  /** A key as the place of the item that it is; empty if it is none. */
  private static Optional<SqlNode> place(SqlNode key, SqlNodeList items) {
    if (key.getKind() == SqlKind.DESCENDING
        || key.getKind() == SqlKind.NULLS_FIRST
        || key.getKind() == SqlKind.NULLS_LAST) {
      final SqlCall direction = (SqlCall) key;
      return place(direction.operand(0), items)
          .map(place -> direction.getOperator().createCall(key.getParserPosition(), place));
    }
    if (key instanceof SqlNumericLiteral) {
      return Optional.of(key);
    }
    for (int i = 0; i < items.size(); i++) {
      if (isMeant(key, items.get(i))) {
        return Optional.of(
            SqlLiteral.createExactNumeric(String.valueOf(i + 1), key.getParserPosition()));
      }
    }
    return Optional.empty();
  }

  private static boolean isMeant(SqlNode key, SqlNode item) {
    if (key instanceof SqlIdentifier name
        && name.isSimple()
        && item.getKind() == SqlKind.AS
        && ((SqlCall) item).operand(1) instanceof SqlIdentifier alias) {
      return alias.getSimple().equalsIgnoreCase(name.getSimple());
    }
    return SqlUtil.stripAs(item).equalsDeep(key, Litmus.IGNORE);
  }
}
