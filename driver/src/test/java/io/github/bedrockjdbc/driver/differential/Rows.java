package io.github.bedrockjdbc.driver.differential;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What a statement gave, with values such that equal ones are equal in Java, whoever gives them.
 *
 * @param columns what is said of them
 */
record Rows(List<Described> columns, List<List<Object>> values) {
  /** Seconds; what hangs shall fail. */
  private static final int TIMEOUT = 120;

  /** PostgreSQL has 16 significant ones at least, which end with zeros at times. */
  private static final int QUOTIENT_DIGITS = 12;

  /**
   * What an engine says of a column.
   *
   * @param isNeverNull whether it says so
   */
  record Described(String label, String typeName, String className, boolean isNeverNull) {}

  Rows {
    columns = List.copyOf(columns);
  }

  static Rows of(Connection connection, String sql, List<Object> values, int maxRows)
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
    if (maxRows > 0) {
      statement.setMaxRows(maxRows);
    }
  }

  private static Rows read(ResultSet result) throws SQLException {
    try (result) {
      final ResultSetMetaData metaData = result.getMetaData();
      final List<Described> columns = new ArrayList<>();
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        columns.add(
            new Described(
                metaData.getColumnLabel(i),
                metaData.getColumnTypeName(i),
                metaData.getColumnClassName(i),
                metaData.isNullable(i) == ResultSetMetaData.columnNoNulls));
      }
      final List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        final List<Object> row = new ArrayList<>(columns.size());
        for (int i = 1; i <= columns.size(); i++) {
          row.add(value(result, i, metaData.getColumnType(i)));
        }
        rows.add(row);
      }
      return new Rows(columns, rows);
    }
  }

  /** Times without a zone on their way, numbers without their width. */
  private static Object value(ResultSet result, int column, int type) throws SQLException {
    final Object value =
        switch (type) {
          case Types.TIMESTAMP -> result.getObject(column, LocalDateTime.class);
          case Types.DATE -> result.getObject(column, LocalDate.class);
          default -> result.getObject(column);
        };
    if (value instanceof BigInteger number) {
      return new BigDecimal(number);
    }
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    if (value instanceof Double || value instanceof Float) {
      return new Approximate(((Number) value).doubleValue());
    }
    return value instanceof BigDecimal number ? plain(number) : value;
  }

  private static BigDecimal plain(BigDecimal number) {
    final BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Exact numbers are approximate ones where the other engine's are, or has other digits. */
  List<List<Object>> like(Rows other) {
    final List<Boolean> approximate = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      approximate.add(
          isApproximate(i) || other.isApproximate(i) || (hasQuotient(i) && other.hasQuotient(i)));
    }
    return values.stream()
        .map(
            row -> {
              final List<Object> like = new ArrayList<>(row);
              for (int i = 0; i < row.size(); i++) {
                if (approximate.get(i) && row.get(i) instanceof BigDecimal number) {
                  like.set(i, new Approximate(number.doubleValue()));
                }
              }
              return like;
            })
        .toList();
  }

  /** Without those that {@code Statement.setMaxRows} would drop. */
  Rows first(int maxRows) {
    return maxRows == 0 || values.size() <= maxRows
        ? this
        : new Rows(columns, values.subList(0, maxRows));
  }

  /** Nothing but a division gives so many digits; how many depends on the engine. */
  private boolean hasQuotient(int column) {
    return values.stream()
        .map(row -> row.get(column))
        .anyMatch(value -> value instanceof BigDecimal number && number.scale() >= QUOTIENT_DIGITS);
  }

  private boolean isApproximate(int column) {
    return column < columns.size()
        && List.of("DOUBLE", "FLOAT", "REAL", "float8", "float4")
            .contains(columns.get(column).typeName());
  }
}
