package io.github.bedrockjdbc.probe;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** An application with the one jar: URL, then statements; prints their rows. */
public final class Probe {
  private Probe() {}

  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      for (int i = 1; i < arguments.length; i++) {
        System.out.println(result(connection, arguments[i]));
      }
    }
  }

  static String result(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      final StringBuilder first = new StringBuilder();
      long count = 0;
      while (rows.next()) {
        for (int i = 1; count == 0 && i <= rows.getMetaData().getColumnCount(); i++) {
          first.append(i == 1 ? "" : "|").append(rows.getString(i));
        }
        count++;
      }
      return count + " rows: " + first.toString().replace('\n', ' ');
    }
  }
}
