package io.github.bedrockjdbc.driver.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What came of a query.
 *
 * @param rows the first column's texts
 * @param warnings of the statement
 */
public record Answered(List<String> rows, List<String> warnings) {

  /** Runs a query and reads every value. */
  public static Answered to(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      final List<String> rows = rows(statement.executeQuery(sql));
      return new Answered(rows, texts(statement.getWarnings()));
    }
  }

  /** Reads every value of a result, gives the first column's, and closes it. */
  public static List<String> rows(ResultSet result) throws SQLException {
    final List<String> rows = new ArrayList<>();
    try (result) {
      while (result.next()) {
        for (int column = result.getMetaData().getColumnCount(); column > 1; column--) {
          result.getString(column);
        }
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  /** The failure of a query that must fail. */
  public static SQLException failureOf(Connection connection, String sql) {
    final AtomicReference<SQLException> failure = new AtomicReference<>();
    assertThatExceptionOfType(SQLException.class)
        .as(sql)
        .isThrownBy(() -> to(connection, sql))
        .satisfies(failure::set);
    return failure.get();
  }

  /** The whole of a chain, in order. */
  public static List<String> texts(SQLWarning head) {
    final List<String> texts = new ArrayList<>();
    for (SQLWarning warning = head; warning != null; warning = warning.getNextWarning()) {
      texts.add(warning.getMessage());
    }
    return texts;
  }
}
