package io.github.bedrockjdbc.driver.differential;

import java.sql.SQLException;
import java.util.List;

/** What the driver says no to, though the standard has it, and says so clearly. */
final class Refusals {
  /**
   * One.
   *
   * @param state beginning of the SQLState
   * @param text part of the message
   */
  private record Refusal(String state, String text) {}

  private static final List<Refusal> ALL =
      List.of(
          new Refusal("42", "found 'GROUPS'"),
          // aggregates of the outer query
          new Refusal("42", "of columns of the outer query alone belongs to the outer query"),
          new Refusal("42", "Aggregate expression is illegal in WHERE clause"),
          new Refusal("42", "LATERAL on both sides of such a join"),
          new Refusal("42", "in ON of a FULL JOIN cannot use columns of both sides"),
          // sums of BIGINT are DECIMAL, as in PostgreSQL, which refuses it too
          new Refusal("42", "Cannot apply 'BIT_"),
          // a column of VALUES whose rows are all question marks is text, as in PostgreSQL
          new Refusal("42", "a default of type"),
          // years beyond 9999, which DuckDB and PostgreSQL have
          new Refusal("22008", "lies outside the years 1 to 9999"),
          // a NOT NULL column that ROLLUP makes NULL, in a subquery
          new Refusal("42", "of a query with ROLLUP, CUBE or GROUPING SETS"));

  private Refusals() {}

  static boolean isOne(SQLException failure) {
    return ALL.stream()
        .anyMatch(
            each ->
                String.valueOf(failure.getSQLState()).startsWith(each.state())
                    && String.valueOf(failure.getMessage()).contains(each.text()));
  }
}
