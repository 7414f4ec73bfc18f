package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Failures;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What statements tell of their columns and parameters. */
class StatementMetaDataTest extends StatementFixture {
  @Test
  void preparedStatementsTellTheirColumnsBeforeTheyRun() throws SQLException {
    try (PreparedStatement every =
        connection.prepareStatement(
            "SELECT j.*, UPPER(status) AS s FROM jobs j WHERE status = ?")) {
      final ResultSetMetaData columns = every.getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(29 + 1);
      assertThat(columns.getColumnName(5)).isEqualTo("submit_time");
      assertThat(columns.getColumnType(5)).isEqualTo(Types.TIMESTAMP);
      assertThat(columns.getTableName(5)).isEqualTo("jobs");
      assertThat(columns.getColumnLabel(30)).isEqualToIgnoringCase("s");
      assertThat(columns.getTableName(30)).isEmpty();
    }
    assertThat(emulator.log().requests()).isEmpty();
  }

  @Test
  void parametersTellTheirTypes() throws SQLException {
    try (PreparedStatement every =
        connection.prepareStatement(
            SQL
                + " WHERE status = ? AND submit_time > ? AND total_records > ?"
                + " AND timeout_hours = ? LIMIT ?")) {
      final ParameterMetaData parameters = every.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(5);
      assertParameter(parameters, 1, Types.VARCHAR, "VARCHAR", String.class);
      assertParameter(parameters, 2, Types.TIMESTAMP, "TIMESTAMP", java.sql.Timestamp.class);
      assertParameter(parameters, 3, Types.BIGINT, "BIGINT", Long.class);
      assertParameter(parameters, 4, Types.INTEGER, "INTEGER", Integer.class);
      assertThat(parameters.getParameterClassName(5)).isIn("java.lang.Long", "java.lang.Integer");
      assertThat(Failures.stateOf(() -> parameters.getParameterType(0))).isEqualTo("07009");
      for (int index : new int[] {-1, 0, 6}) {
        for (ThrowingCallable call :
            List.<ThrowingCallable>of(
                () -> parameters.getParameterType(index),
                () -> parameters.isNullable(index),
                () -> parameters.getParameterMode(index),
                () -> parameters.isSigned(index))) {
          assertThat(Failures.stateOf(call)).isEqualTo("07009");
        }
      }
      assertThat(Failures.stateOf(() -> every.setString(6, "x"))).isEqualTo("07009");
    }
  }

  private static void assertParameter(
      ParameterMetaData parameters, int index, int type, String name, Class<?> javaClass)
      throws SQLException {
    assertThat(parameters.getParameterType(index)).isEqualTo(type);
    assertThat(parameters.getParameterTypeName(index)).isEqualTo(name);
    assertThat(parameters.getParameterClassName(index)).isEqualTo(javaClass.getName());
    assertThat(parameters.getParameterMode(index)).isEqualTo(ParameterMetaData.parameterModeIn);
    assertThat(parameters.isNullable(index)).isNotEqualTo(ParameterMetaData.parameterNoNulls);
  }

  @Test
  void labelsMatchWithoutCaseAndUnknownOnesAreNamed() throws SQLException {
    try (ResultSet result =
        statement.executeQuery("SELECT job_id AS \"a\", status, status AS job_id FROM jobs")) {
      assertThat(result.next()).isTrue();
      assertThat(result.findColumn("A")).isEqualTo(1);
      assertThat(result.findColumn("STATUS")).isEqualTo(2);
      assertThat(result.findColumn("job_id")).isEqualTo(3);
      assertThat(Failures.stateOf(() -> result.findColumn("jobid"))).isEqualTo("42S22");
      assertThat(Failures.stateOf(() -> result.getString("nope"))).isEqualTo("42S22");
      assertThat(Failures.stateOf(() -> result.getString(4))).isEqualTo("07009");
    }
  }
}
