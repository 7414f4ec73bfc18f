package io.github.bedrockjdbc.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A program's whole life up to the first row. */
final class FirstRow {
  private FirstRow() {}

  /**
   * Prints 1 when it has a row.
   *
   * @param arguments a URL
   */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM jobs WHERE status = 'Completed'")) {
      System.out.println(rows.next() ? 1 : 0);
      System.out.flush();
    }
  }
}
