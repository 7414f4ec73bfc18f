package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The table of predicates and their requests: each statement is run, and its requests are noted.
 */
final class PushdownTable {
  private static final int JOBS = 120;
  private static final long SEED = 7;
  private static final String LIST = "GET /model-invocation-jobs ";
  private static final String GET = "GET /model-invocation-job/";

  private static final List<Example> EXAMPLES =
      List.of(
          new Example("status = 'Failed'", ""),
          new Example("status IN ('Failed', 'Stopped')", "One scan per status; also for `OR`"),
          new Example(
              "status <> 'Completed'", "Never the complement: a new status must not be hidden"),
          new Example("status = 'failed'", "A warning suggests the status that you may mean"),
          new Example("job_name = 'nightly-7'", "The driver compares the name"),
          new Example("job_name LIKE 'night%eval_run%'", "The longest fragment without a wildcard"),
          new Example("POSITION('eval' IN job_name) > 0", ""),
          new Example("UPPER(job_name) LIKE '%EVAL%'", "The service may distinguish case"),
          new Example(
              "submit_time >= '2026-10-01 00:00:00'",
              "One second wider, as it is not documented whether bounds are inclusive"),
          new Example(
              "CAST(submit_time AS DATE) = DATE '2026-10-29'",
              "Also `FLOOR`, `EXTRACT`, `DATE_TRUNC`"),
          new Example(
              "status = 'Failed' AND job_name LIKE '%eval%'"
                  + " OR status = 'Stopped' AND submit_time < '2026-01-01 00:00:00'",
              "One scan per branch, up to eight"),
          new Example("total_records > 1000", "Not a parameter of the service"),
          new Example(
              "job_arn = 'arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/plohbo082f9u'",
              "No list request"),
          new Example("region = 'eu-west-1'", "The connection queries another region"),
          new Example(
              "status = 'Failed' AND status = 'Stopped'", "A contradiction: no job can match"),
          new Example(
              "SELECT job_name FROM jobs ORDER BY submit_time DESC LIMIT 10",
              "A few more rows, to settle the order within the last second"),
          new Example("SELECT job_name FROM jobs LIMIT 10 OFFSET 20", ""),
          new Example(
              "SELECT job_name FROM jobs WHERE total_records > 1000 LIMIT 10",
              "Pagination stops at the tenth row"),
          new Example("SELECT MAX(submit_time) FROM jobs", ""),
          new Example(
              "SELECT message FROM jobs WHERE status = 'Failed' LIMIT 2",
              "Each message costs one request, for failed jobs only"));

  private PushdownTable() {}

  static String text() throws SQLException {
    final StringBuilder table =
        new StringBuilder("| SQL | Requests | Note |\n| --- | --- | --- |\n");
    try (BedrockEmulator emulator =
            BedrockEmulator.builder().jobs(JobFixture.of(JOBS, SEED)).start();
        Connection connection = DriverManager.getConnection(emulator.jdbcUrlWithLogin())) {
      for (final Example example : EXAMPLES) {
        table.append(
            String.format(
                "| `%s` | %s | %s |%n",
                example.sql(), requests(example, emulator, connection), example.why()));
      }
    }
    return table.toString();
  }

  private static String requests(Example example, BedrockEmulator emulator, Connection connection)
      throws SQLException {
    emulator.log().clear();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(example.statement())) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
    final List<String> lines = emulator.log().lines();
    return lines.isEmpty()
        ? "none"
        : lines.stream().map(PushdownTable::shortened).distinct().collect(joining("<br>"));
  }

  private static String shortened(String request) {
    return request.startsWith(LIST)
        ? "`" + request.substring(LIST.length()) + "`"
        : "`GetModelInvocationJob`" + (request.startsWith(GET) ? "" : " " + request);
  }

  /**
   * One line of the table.
   *
   * @param sql a statement, or what stands behind WHERE
   */
  private record Example(String sql, String why) {
    String statement() {
      return sql.startsWith("SELECT ") ? sql : "SELECT job_name FROM jobs WHERE " + sql;
    }
  }
}
