package io.github.bedrockjdbc.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** The driver, through JDBC alone. */
final class ThroughDriver implements AutoCloseable {
  /** The columns that a list answers without a request for each job. */
  static final String COLUMNS =
      "job_arn, job_name, status, model_id, submit_time, last_modified_time, end_time,"
          + " expiration_time, timeout_hours, invocation_type, total_records, processed_records,"
          + " success_records, error_records, input_s3_uri, input_format, input_bucket_owner,"
          + " output_s3_uri, output_kms_key_id, output_bucket_owner, role_arn, subnet_ids,"
          + " security_group_ids, client_request_token";

  private final Connection connection;

  /**
   * @param more further keys, each after a semicolon
   */
  ThroughDriver(Service service, String more) throws SQLException {
    this.connection = DriverManager.getConnection(service.url() + more);
  }

  /** Every value of a query's rows. */
  long rows(String sql, Consumer<Object> values) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      final int columns = rows.getMetaData().getColumnCount();
      long count = 0;
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          values.accept(rows.getObject(i));
        }
        count++;
      }
      return count;
    }
  }

  /** Plans a statement without running it. */
  long plan(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.getMetaData().getColumnCount();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
