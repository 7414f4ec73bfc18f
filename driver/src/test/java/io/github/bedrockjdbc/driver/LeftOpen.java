package io.github.bedrockjdbc.driver;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that closes nothing and returns. */
final class LeftOpen {
  private LeftOpen() {}

  @SuppressWarnings("resource") // that is the point
  public static void main(String[] arguments) throws SQLException {
    DriverManager.getConnection(arguments[0]).close();
    final Connection connection = DriverManager.getConnection(arguments[0]);
    final Statement statement = connection.createStatement();
    final ResultSet result = statement.executeQuery(arguments[1]);
    if (!result.next()) {
      throw new IllegalStateException("no row");
    }
  }
}
