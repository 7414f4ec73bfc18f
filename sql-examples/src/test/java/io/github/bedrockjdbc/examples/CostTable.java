package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** How many requests typical statements send: each is run over the demo's jobs and counted. */
final class CostTable {
  private static final List<String> STATEMENTS =
      List.of(
          "EXPLAIN PLAN FOR SELECT * FROM jobs",
          "SELECT * FROM information_schema.columns",
          "SELECT job_name, status FROM jobs LIMIT 10",
          "SELECT job_name FROM jobs ORDER BY submit_time DESC LIMIT 10",
          "SELECT MAX(submit_time) FROM jobs",
          "SELECT status, COUNT(*) FROM jobs GROUP BY status",
          "SELECT COUNT(*) FROM jobs WHERE status = 'Failed'",
          "SELECT COUNT(*) FROM jobs WHERE status IN ('Failed', 'Stopped')",
          "SELECT job_name, message FROM jobs WHERE status = 'Failed' LIMIT 20",
          "SELECT message FROM jobs WHERE status = 'Failed'",
          "SELECT * FROM jobs WHERE status <> 'Failed'",
          "SELECT SUM(output_tokens) FROM job_details WHERE status = 'Completed' AND submit_time >="
              + " '2026-10-01 00:00:00'",
          "SELECT job_name, tags FROM job_details WHERE status = 'Completed' AND submit_time >="
              + " '2026-10-01 00:00:00'",
          "SELECT job_name, result_uri FROM job_details LIMIT 10",
          "SELECT * FROM models",
          "SELECT * FROM inference_profiles");

  private CostTable() {}

  static String text() throws SQLException {
    final StringBuilder table = new StringBuilder();
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      for (int i = 0; i < STATEMENTS.size(); i++) {
        final String sql = STATEMENTS.get(i);
        emulator.log().clear();
        // settings of its own, so that no other statement has cached a message for it
        final String settings = ";parallelism=1;requestTimeout=" + (i + 1);
        try (Connection connection =
                DriverManager.getConnection(emulator.jdbcUrlWithLogin() + settings);
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            rows.getString(1);
          }
        }
        final List<String> lines = emulator.log().lines();
        final long lists =
            lines.stream().filter(line -> line.startsWith("GET /model-invocation-jobs")).count();
        table.append(
            String.format(Locale.ROOT, "| `%s` | %d | %d |%n", sql, lists, lines.size() - lists));
      }
    }
    return "| Statement | List requests | Other requests |\n| --- | --- | --- |\n" + table;
  }
}
