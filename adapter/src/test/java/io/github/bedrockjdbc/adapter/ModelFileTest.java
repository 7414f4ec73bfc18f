package io.github.bedrockjdbc.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The schema in plain Calcite, by a model. */
class ModelFileTest {
  @Test
  void givesTheJobsAndSendsWhatItCan() throws SQLException {
    try (BedrockEmulator emulator = Emulated.jobs(1500);
        Connection connection = connect(Emulated.settings(emulator));
        Statement statement = connection.createStatement()) {
      final Set<String> failed = new TreeSet<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT job_arn, message FROM jobs WHERE status = 'Failed' AND job_name <> ''")) {
        while (rows.next()) {
          failed.add(rows.getString(1) + " " + rows.getString(2));
        }
      }

      assertThat(failed)
          .isNotEmpty()
          .isEqualTo(
              emulator.jobs().stream()
                  .filter(job -> "Failed".equals(job.status()))
                  .map(job -> job.jobArn() + " " + job.message())
                  .collect(Collectors.toSet()));
      assertThat(emulator.log().lines())
          .contains("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed")
          .filteredOn(line -> line.startsWith("GET /model-invocation-jobs "))
          .hasSize(1);
    }
  }

  @Test
  void unknownOperandsAreRefused() {
    final Map<String, String> settings = new TreeMap<>(Map.of("regionn", "us-east-1"));

    assertThatThrownBy(() -> connect(settings).close())
        .hasStackTraceContaining("did you mean region?");
  }

  static Connection connect(Map<String, String> settings) throws SQLException {
    final String operands =
        settings.entrySet().stream()
            .map(entry -> "'%s': '%s'".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return DriverManager.getConnection(
        "jdbc:calcite:caseSensitive=false;model=inline:{version: '1.0', defaultSchema: 'bedrock',"
            + " schemas: [{name: 'bedrock', type: 'custom', factory: '"
            + JobsSchemaFactory.class.getName()
            + "', operand: {"
            + operands
            + "}}]}");
  }
}
