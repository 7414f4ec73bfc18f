package io.github.bedrockjdbc.driver.differential;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Runs statements and reads values so that equal ones are equal in Java, whoever gives them. */
final class Rows {
  /** Seconds; what hangs shall fail. */
  private static final int TIMEOUT = 120;

  private Rows() {}

  static List<List<Object>> of(Connection connection, String sql, List<Object> values, int maxRows)
      throws SQLException {
    if (values.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        limit(statement, maxRows);
        return read(statement.executeQuery(sql));
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      limit(statement, maxRows);
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      return read(statement.executeQuery());
    }
  }

  private static void limit(Statement statement, int maxRows) throws SQLException {
    statement.setQueryTimeout(TIMEOUT);
    statement.setMaxRows(maxRows);
  }

  private static List<List<Object>> read(ResultSet result) throws SQLException {
    try (result) {
      final int columns = result.getMetaData().getColumnCount();
      final List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        final List<Object> row = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
          row.add(value(result, i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** Times without a zone on their way, whole numbers without their width. */
  private static Object value(ResultSet result, int column) throws SQLException {
    final Object value =
        switch (result.getMetaData().getColumnType(column)) {
          case Types.TIMESTAMP -> result.getObject(column, LocalDateTime.class);
          case Types.DATE -> result.getObject(column, LocalDate.class);
          default -> result.getObject(column);
        };
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    return value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0
        ? number.setScale(0)
        : value;
  }
}
