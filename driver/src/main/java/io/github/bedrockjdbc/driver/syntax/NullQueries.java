package io.github.bedrockjdbc.driver.syntax;

import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Takes {@code (SELECT NULL)} for NULL where a value stands. Of a subquery without a type, Calcite
 * makes casts that there are not, and code that does not compile.
 */
public final class NullQueries extends SqlBasicVisitor<Void> {
  /** Of what is a query's, or asks for its rows. */
  private static final Set<SqlKind> ROWS =
      EnumSet.of(
          SqlKind.AS,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.SOME,
          SqlKind.ALL,
          SqlKind.EXISTS,
          SqlKind.UNIQUE,
          SqlKind.LATERAL,
          SqlKind.UNNEST,
          SqlKind.JOIN,
          SqlKind.WITH_ITEM,
          SqlKind.EXPLAIN,
          SqlKind.ARRAY_QUERY_CONSTRUCTOR,
          SqlKind.MAP_QUERY_CONSTRUCTOR,
          SqlKind.MULTISET_QUERY_CONSTRUCTOR,
          SqlKind.COLLECTION_TABLE,
          SqlKind.TABLESAMPLE,
          SqlKind.CURSOR);

  /** In place. */
  public static SqlNode replaced(SqlNode statement) {
    statement.accept(new NullQueries());
    return statement;
  }

  @Override
  public Void visit(SqlCall call) {
    final boolean takesValues = !call.isA(SqlKind.QUERY) && !ROWS.contains(call.getKind());
    for (int i = 0; takesValues && i < call.operandCount(); i++) {
      if (call.operand(i) instanceof SqlSelect query && isNull(query)) {
        call.setOperand(i, SqlUtil.stripAs(query.getSelectList().get(0)));
      }
    }
    return super.visit(call);
  }

  private static boolean isNull(SqlSelect query) {
    return query.getFrom() == null
        && query.getWhere() == null
        && query.getHaving() == null
        && query.getQualify() == null
        && query.getSelectList().size() == 1
        && SqlUtil.isNullLiteral(SqlUtil.stripAs(query.getSelectList().get(0)), false);
  }
}
