package io.github.bedrockjdbc.driver.differential;

import io.github.bedrockjdbc.emulator.data.Job;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An independent engine with the same rows: DuckDB, or a PostgreSQL. */
final class Reference implements AutoCloseable {
  private static final String DUCKDB = "jdbc:duckdb:";

  /** What PostgreSQL says of values, not of the statement. */
  private static final List<String> DATA_STATES = List.of("22", "21");

  private static final List<String> DATA_ERRORS =
      List.of(
          "Out of Range Error",
          "Conversion Error",
          "More than one row returned by a subquery",
          "Overflow");

  /** What DuckDB says of what it cannot bind. */
  private static final List<String> LIMITS =
      List.of(
          "must appear in the GROUP BY clause",
          "Aggregate with only constant parameters",
          "window functions are not allowed in window definitions",
          "LATERAL join cannot contain aggregates",
          "Cannot perform non-inner join on subquery");

  /** What PostgreSQL says of statements, not of values. */
  private static final List<String> STATEMENT_STATES = List.of("42", "0A");

  private final Connection connection;
  private final boolean isJudge;

  private Reference(Connection connection, boolean isJudge) {
    this.connection = connection;
    this.isJudge = isJudge;
  }

  /** What all statements are compared with. */
  static Reference main(List<Job> jobs, boolean readMessages) throws SQLException {
    return of(System.getProperty("differential.postgres", DUCKDB), false, jobs, readMessages);
  }

  /** What is asked where the main one disagrees, or cannot run it; empty if there is none. */
  static Optional<Reference> judge(List<Job> jobs, boolean readMessages) throws SQLException {
    final String url = System.getProperty("differential.judge");
    return url == null ? Optional.empty() : Optional.of(of(url, true, jobs, readMessages));
  }

  /** Holds what the jobs themselves say, not what the driver reads. */
  private static Reference of(String url, boolean isJudge, List<Job> jobs, boolean readMessages)
      throws SQLException {
    final Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      for (final String each : url.equals(DUCKDB) ? Dialects.DUCKDB : Dialects.POSTGRES) {
        statement.execute(each);
      }
      statement.execute("CREATE TEMP TABLE jobs (" + String.join(", ", JobValues.COLUMNS) + ")");
    }
    final String marks = String.join(", ", Collections.nCopies(JobValues.COLUMNS.size(), "?"));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO jobs VALUES (" + marks + ")")) {
      for (final Job job : jobs) {
        final List<Object> values = JobValues.of(job, readMessages);
        for (int i = 0; i < values.size(); i++) {
          insert.setObject(i + 1, values.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return new Reference(connection, isJudge);
  }

  Rows rows(Part sql, int maxRows) throws SQLException {
    return Rows.of(connection, sql.reference(), List.of(), 0).first(maxRows);
  }

  /**
   * Whether it cannot run the statement, as DuckDB cannot a correlated subquery in FILTER of an
   * aggregate, a window of a subquery in a window's definition, an aggregate of a correlated
   * subquery in LATERAL, or COUNT(*) in a subquery's WHERE, which no engine has. The judge is not
   * asked to run all statements: those that it refuses are beyond it.
   */
  boolean isBeyond(SQLException failure) {
    final String state = String.valueOf(failure.getSQLState());
    final String message = String.valueOf(failure.getMessage());
    return LIMITS.stream().anyMatch(message::contains)
        || (isJudge && STATEMENT_STATES.stream().anyMatch(state::startsWith));
  }

  /** Whether a failure is of values, such as an overflow, that no other engine need meet. */
  static boolean isOfData(SQLException failure) {
    final String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    final String message = String.valueOf(failure.getMessage());
    return DATA_STATES.stream().anyMatch(state::startsWith)
        || DATA_ERRORS.stream().anyMatch(message::contains);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
