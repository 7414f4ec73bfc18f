package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.value.OutputColumn;
import io.github.bedrockjdbc.driver.value.Rows;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.sql.type.SqlTypeName;

/** Result sets without a statement, for tests. */
final class Results {
  private Results() {}

  static ColumnMetaData column(int ordinal, String label, SqlTypeName type) {
    return new OutputColumn(ordinal, label, null, type, -1, -1, true, null, null).metaData();
  }

  /** Columns c1, c2, … of the types. */
  static List<ColumnMetaData> columns(SqlTypeName... types) {
    return IntStream.range(0, types.length)
        .mapToObj(i -> column(i, "c" + (i + 1), types[i]))
        .toList();
  }

  static BedrockResultSet of(List<ColumnMetaData> columns, Rows rows) throws SQLException {
    return of(null, columns, rows);
  }

  /** A result of a statement, whose options it has; null for one without a statement. */
  static BedrockResultSet of(QueryStatement statement, List<ColumnMetaData> columns, Rows rows)
      throws SQLException {
    final Meta.Signature signature =
        new Meta.Signature(
            columns,
            "SELECT",
            List.of(),
            Map.of(),
            Meta.CursorFactory.ARRAY,
            Meta.StatementType.SELECT);
    return new BedrockResultSet(statement, signature, rows, new WarningChain(List::of)).execute();
  }

  static BedrockResultSet of(List<ColumnMetaData> columns, Object[]... rows) throws SQLException {
    return of(columns, Rows.of(List.of(rows)));
  }

  /** One row with one value, and on it. */
  static BedrockResultSet cell(SqlTypeName type, Object value) throws SQLException {
    final BedrockResultSet result = of(columns(type), new Object[] {value});
    result.next();
    return result;
  }
}
