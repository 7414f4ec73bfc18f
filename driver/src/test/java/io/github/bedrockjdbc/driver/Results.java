package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.value.OutputColumn;
import io.github.bedrockjdbc.driver.value.Rows;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.sql.type.SqlTypeName;

/** Result sets without a statement, for tests. */
final class Results {
  private Results() {}

  /** Columns c1, c2, … of the types. */
  static List<OutputColumn> columns(SqlTypeName... types) {
    return IntStream.range(0, types.length)
        .mapToObj(i -> OutputColumn.computed("c" + (i + 1), types[i]))
        .toList();
  }

  static BedrockResultSet of(List<OutputColumn> columns, Rows rows) throws SQLException {
    return of(null, columns, rows);
  }

  /** A result of a statement, whose options it has; null for one without a statement. */
  static BedrockResultSet of(QueryStatement statement, List<OutputColumn> columns, Rows rows)
      throws SQLException {
    return new BedrockResultSet(statement, columns, rows, new WarningChain(List::of)).execute();
  }

  static BedrockResultSet of(List<OutputColumn> columns, Object[]... rows) throws SQLException {
    return of(columns, Rows.of(List.of(rows)));
  }

  /** One row with one value, and on it. */
  static BedrockResultSet cell(SqlTypeName type, Object value) throws SQLException {
    final BedrockResultSet result = of(columns(type), new Object[] {value});
    result.next();
    return result;
  }
}
