package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Calcite itself, which has the table as one of a JDBC schema. */
class CalciteIT {
  @Test
  void filtersGoThroughBothPlanners() throws SQLException {
    final Properties settings = new Properties();
    settings.setProperty("lex", "JAVA");
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection connection = DriverManager.getConnection("jdbc:calcite:", settings);
        Statement statement = connection.createStatement()) {
      final SchemaPlus root = connection.unwrap(CalciteConnection.class).getRootSchema();
      root.add(
          "aws",
          JdbcSchema.create(
              root,
              "aws",
              new DriverManagerDataSource(emulator.jdbcUrlWithLogin()),
              null,
              "bedrock"));
      assertThat(emulator.log().requests()).isEmpty();
      try (ResultSet result =
          statement.executeQuery(
              "SELECT job_id, submit_time FROM aws.jobs WHERE status = 'Failed'"
                  + " AND submit_time >= TIMESTAMP '2026-10-20 00:00:00'"
                  + " ORDER BY submit_time DESC LIMIT 5")) {
        int rows = 0;
        while (result.next()) {
          assertThat(result.getString(1)).isNotEmpty();
          rows++;
        }
        assertThat(rows).isEqualTo(5);
      }
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .matches(
              "GET /model-invocation-jobs maxResults=[0-9]{1,2} sortBy=CreationTime"
                  + " sortOrder=Descending statusEquals=Failed"
                  + " submitTimeAfter=2026-10-19T23:59:59Z");
    }
  }
}
