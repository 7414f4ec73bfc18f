package io.github.bedrockjdbc.driver.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs statements and gives their rows as lines of text, values apart by {@code |}. */
public final class Queries {
  private Queries() {}

  public static List<String> run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return run(connection, sql);
    }
  }

  public static List<String> run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return lines(rows);
    }
  }

  public static List<String> run(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return lines(rows);
      }
    }
  }

  public static List<String> lines(ResultSet rows) throws SQLException {
    final List<String> lines = new ArrayList<>();
    while (rows.next()) {
      final StringBuilder line = new StringBuilder();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        line.append(i == 1 ? "" : "|").append(rows.getString(i));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
