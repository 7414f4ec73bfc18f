package io.github.bedrockjdbc.driver.syntax;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Makes queries that have a select list, and perhaps FROM and WHERE, but nothing else. */
final class PlainSelect {
  private PlainSelect() {}

  /**
   * A query.
   *
   * @param from null if there is none
   * @param where null if there is none
   */
  static SqlSelect of(SqlParserPos pos, SqlNode column, SqlNode from, SqlNode where) {
    final SqlNodeList columns = SqlNodeList.of(column);
    return new SqlSelect(
        pos, null, columns, from, where, null, null, null, null, null, null, null, null);
  }
}
