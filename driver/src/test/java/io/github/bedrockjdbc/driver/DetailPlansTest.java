package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Details above and below other operators: their rows' order and width, and how they end. */
class DetailPlansTest {
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(90);

  @AutoClose
  private final Connection connection = Urls.connect(emulator, ";pageSize=10;parallelism=4");

  @AutoClose private final Connection asWritten = Urls.connect(emulator, ";pushdown=false");

  /** The details need the first key, so that it stays in the rows that come in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "usage_state; ORDER BY status, job_name",
        "tags; ORDER BY job_arn, job_name",
        "usage_state; ORDER BY output_s3_uri DESC, job_name",
        "input_name; ORDER BY input_s3_uri, job_name"
      })
  void anOrderOfLaterKeysIsNoOrder(String detail, String order) throws SQLException {
    final String sql =
        "SELECT job_name, %s FROM (SELECT * FROM job_details %s LIMIT 60) x ORDER BY job_name"
            .formatted(detail, order);
    assertThat(Queries.run(connection, sql).stream().map(row -> row.split("\\|")[0]).toList())
        .hasSize(60)
        .isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT tags, COUNT(*) FROM job_details GROUP BY tags",
        "SELECT COUNT(DISTINCT tags) FROM (SELECT * FROM job_details ORDER BY job_arn LIMIT 5) x",
        "SELECT tags_state, COUNT(*) FROM (SELECT * FROM job_details"
            + " WHERE CHAR_LENGTH(job_name) > 9 ORDER BY job_arn LIMIT 50) x GROUP BY tags_state",
        "SELECT MAX(tags) FROM job_details d WHERE job_arn IN (SELECT job_arn FROM jobs"
            + " WHERE total_records > 10 ORDER BY job_name LIMIT 20)",
        "SELECT tags FROM job_details UNION SELECT status FROM jobs",
        "SELECT tags FROM job_details WHERE tags > 'a' INTERSECT SELECT tags FROM job_details"
      })
  void rowsOfOneColumnHaveDetailsToo(String sql) throws SQLException {
    assertThat(Queries.run(connection, sql).stream().sorted())
        .isNotEmpty()
        .isEqualTo(Queries.run(asWritten, sql).stream().sorted().toList());
  }

  /** The first part of the result is over while the statement goes on. */
  @ParameterizedTest
  @CsvSource({"GET_OBJECT, 4, 1", "LIST, 3, 12"})
  void whoseRowsAreNotReadOnWaitForNothing(Operation operation, int hanging, int row)
      throws SQLException {
    emulator.behave(Behavior.standard().with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE));
    final List<String> arns =
        Queries.run(connection, "SELECT job_arn FROM job_details WHERE status = 'Completed'");
    assertThat(arns).hasSizeGreaterThan(30);
    emulator.log().clear();
    final Fault.Hang hang = new Fault.Hang();
    emulator.injectAt(operation, hanging, hang);
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "(SELECT job_name FROM job_details WHERE status = 'Completed'"
                    + " AND usage_state || job_arn = 'read"
                    + arns.get(row)
                    + "' LIMIT 1) UNION ALL SELECT status FROM jobs")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      emulator.awaitOpenExchanges(0);
    } finally {
      hang.release();
    }
  }
}
