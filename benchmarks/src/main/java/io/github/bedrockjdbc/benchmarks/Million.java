package io.github.bedrockjdbc.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads every job there is, keeping none. */
final class Million {
  private Million() {}

  /**
   * Prints how many there were.
   *
   * @param arguments a URL
   */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + ThroughDriver.COLUMNS + " FROM jobs")) {
      long count = 0;
      while (rows.next()) {
        count += rows.getString(1).isEmpty() ? 0 : 1;
      }
      System.out.println(count);
      System.out.flush();
    }
  }
}
