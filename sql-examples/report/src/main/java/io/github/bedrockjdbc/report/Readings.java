package io.github.bedrockjdbc.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How often the jobs were listed for one report. */
final class Readings {
  /**
   * Seconds that rows may be old, as long as can be: before the report began, nothing was read, and
   * its last part shows what its first one did, however long tokens take in between.
   */
  static final int MAX_AGE = 86_400;

  private static final String KEPT =
      "SELECT COUNT(*) FROM sources WHERE state <> 'skipped' AND kept_seconds IS NULL";

  private Readings() {}

  /** In words for readers, once a part has been read. */
  static String told(Connection connection) throws SQLException {
    final int maxAge = number(connection, "SHOW maxAge");
    if (maxAge == 0 || number(connection, KEPT) > 0) {
      return "each part was read anew";
    }
    return maxAge == MAX_AGE
        ? "all parts show the jobs of one moment"
        : "parts show jobs that were up to " + maxAge + " s old";
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet number = statement.executeQuery(sql)) {
      number.next();
      return number.getInt(1);
    }
  }
}
