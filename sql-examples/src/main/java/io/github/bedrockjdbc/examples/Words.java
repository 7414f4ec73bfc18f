package io.github.bedrockjdbc.examples;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jline.reader.Completer;
import org.jline.reader.impl.completer.StringsCompleter;

/** What Tab completes: keywords, and the tables and columns that there are. */
final class Words {
  private static final String KEYWORDS =
      """
      AND AS ASC AVG BETWEEN BY CASE CAST COUNT DATE DESC DISTINCT ELSE END EXPLAIN PLAN FOR \
      EXTRACT FETCH FIRST FROM GROUP HAVING IN INTERVAL IS JOIN LAST LEFT LIKE LIMIT MAX MIN NOT \
      NULL NULLS OFFSET ON OR ORDER OVER PARTITION ROWS ONLY SELECT SUM THEN TIMESTAMP TIMESTAMPDIFF \
      UNION ALL UPPER WHEN WHERE WITH \\d \\format \\q \\?""";

  private Words() {}

  static Completer of(DatabaseMetaData metaData) throws SQLException {
    final Set<String> words = new TreeSet<>(Arrays.asList(KEYWORDS.split("\\s+")));
    Arrays.stream(Format.values()).map(Format::toString).forEach(words::add);
    try (ResultSet columns = metaData.getColumns(null, null, "%", "%")) {
      while (columns.next()) {
        words.add(columns.getString("TABLE_NAME"));
        words.add(columns.getString("COLUMN_NAME"));
      }
    }
    return new StringsCompleter(words);
  }
}
