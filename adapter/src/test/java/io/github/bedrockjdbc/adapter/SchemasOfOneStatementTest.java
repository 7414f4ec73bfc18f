package io.github.bedrockjdbc.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;
import org.junit.jupiter.api.Test;

/** Two accounts, each a schema of its own in plain Calcite, in one statement. */
class SchemasOfOneStatementTest {
  private static final String OTHER_ACCOUNT = "210987654321";

  @Test
  void eachAsksForItsOwnJobsWhoseRowsAreKept() throws SQLException {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .jobs(JobFixture.of(60, 7))
                .jobs(JobFixture.of(40, 8).in("us-east-1", OTHER_ACCOUNT))
                .credentials("AKIOTHER", "other", OTHER_ACCOUNT)
                .start();
        Connection connection = DriverManager.getConnection("jdbc:calcite:caseSensitive=false");
        Statement statement = connection.createStatement()) {
      final SchemaPlus root = connection.unwrap(CalciteConnection.class).getRootSchema();
      add(root, "a", emulator, "maxAge", "60");
      add(root, "b", emulator, "maxAge", "60", "user", "AKIOTHER", "password", "other");

      final Set<String> found = new TreeSet<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT job_arn, UPPER(status) FROM \"a\".jobs WHERE status = 'Failed' UNION ALL"
                  + " SELECT job_arn, LOWER(status) FROM \"b\".jobs WHERE status = 'Completed'")) {
        while (rows.next()) {
          found.add(rows.getString(1) + " " + rows.getString(2));
        }
      }

      final Set<String> right = new TreeSet<>();
      emulator
          .jobs()
          .forEach(
              job -> {
                final boolean isOfOther = job.jobArn().contains(OTHER_ACCOUNT);
                if (job.status().equals(isOfOther ? "Completed" : "Failed")) {
                  right.add(job.jobArn() + (isOfOther ? " completed" : " FAILED"));
                }
              });
      assertThat(found).isNotEmpty().isEqualTo(right);
      assertThat(emulator.log().requests())
          .extracting(request -> request.accessKeyId() + " " + request.parameters())
          .containsExactlyInAnyOrder(
              BedrockEmulator.DEMO_ACCESS_KEY_ID + " {maxResults=1000, statusEquals=Failed}",
              "AKIOTHER {maxResults=1000, statusEquals=Completed}");
    }
  }

  private static void add(
      SchemaPlus root, String name, BedrockEmulator emulator, String... settings) {
    root.add(
        name,
        new JobsSchemaFactory()
            .create(root, name, new HashMap<>(Emulated.settings(emulator, settings))));
  }
}
