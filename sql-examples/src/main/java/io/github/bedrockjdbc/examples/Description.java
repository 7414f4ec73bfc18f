package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.Column;
import io.github.bedrockjdbc.examples.output.Output;
import java.io.IOException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The columns of the tables, as the driver describes them. */
final class Description {
  private Description() {}

  static void of(DatabaseMetaData metaData, Output output) throws SQLException, IOException {
    long rows = 0;
    output.begin(
        List.of(
            Column.text("table"),
            Column.text("column"),
            Column.text("type"),
            Column.text("remarks")));
    try (ResultSet columns = metaData.getColumns(null, null, "%", "%")) {
      while (columns.next()) {
        output.row(
            List.of(
                columns.getString("TABLE_NAME"),
                columns.getString("COLUMN_NAME"),
                columns.getString("TYPE_NAME"),
                String.valueOf(columns.getString("REMARKS"))));
        rows++;
      }
    }
    output.end(rows);
  }
}
