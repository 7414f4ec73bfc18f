package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What details cost: requests for rows that everything else kept, and for columns that are used.
 */
class DetailRequestsTest {
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(450);
  @AutoClose private final Connection connection = Urls.connect(emulator, ";pageSize=200");

  @BeforeEach
  void everyManifestIsThere() {
    emulator.behave(Behavior.standard().with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE));
  }

  private int sent(Operation operation) {
    return emulator.log().requests(operation).size();
  }

  private long completed() {
    return emulator.jobs().stream().filter(job -> job.status().equals("Completed")).count();
  }

  @Test
  void oneManifestForEachJobThatIsKeptAndNoneTheSecondTime() throws SQLException {
    final String sql = "SELECT SUM(output_tokens) FROM job_details WHERE status = 'Completed'";
    Queries.run(connection, sql);
    assertThat(sent(Operation.GET_OBJECT)).isEqualTo((int) completed());
    assertThat(sent(Operation.LIST)).isEqualTo((int) Math.ceil(completed() / 200.0));
    assertThat(sent(Operation.GET) + sent(Operation.GET_RESOURCES)).isZero();
    emulator.log().clear();
    Queries.run(connection, sql);
    assertThat(sent(Operation.GET_OBJECT)).isZero();
  }

  @Test
  void tagsOfAHundredJobsInOneRequest() throws SQLException {
    Queries.run(connection, "SELECT tags FROM job_details");
    assertThat(sent(Operation.GET_RESOURCES)).isEqualTo(5);
    assertThat(sent(Operation.GET_OBJECT) + sent(Operation.GET)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM jobs",
        "SELECT COUNT(*) FROM job_details",
        "SELECT job_id, manifest_uri, input_name, result_uri FROM job_details",
        "SELECT status, COUNT(*) FROM job_details GROUP BY status",
        "SELECT MAX(submit_time) FROM job_details",
        "SELECT job_id FROM job_details ORDER BY job_name",
        "SELECT j.job_id FROM jobs j JOIN job_details d ON j.job_arn = d.job_arn",
        "SELECT job_id FROM jobs j WHERE EXISTS"
            + " (SELECT * FROM job_details d WHERE d.job_name = j.job_name)",
        "SELECT x.job_id FROM (SELECT job_id, output_tokens, tags FROM job_details) x",
        "SELECT job_id FROM job_details UNION ALL SELECT job_id FROM jobs",
        "SELECT CASE WHEN 1 = 0 THEN output_tokens ELSE timeout_hours END FROM job_details",
        "EXPLAIN PLAN FOR SELECT * FROM job_details"
      })
  void whatIsNotUsedIsNotRead(String sql) throws SQLException {
    Queries.run(Urls.connect(emulator, ";readMessages=false"), sql);
    assertThat(sent(Operation.GET_OBJECT) + sent(Operation.GET_RESOURCES)).isZero();
  }

  /** Predicates of every kind come first, and limits that need no detail. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT output_tokens FROM job_details WHERE submit_time IS NOT NULL LIMIT 3; 3",
        "SELECT job_id, output_tokens FROM job_details ORDER BY submit_time LIMIT 4; 4",
        "SELECT job_id, output_tokens FROM job_details WHERE status = 'Completed'"
            + " ORDER BY UPPER(job_name), job_arn OFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY; 5",
        "SELECT d.output_tokens FROM (VALUES (1)) v(n) CROSS JOIN (SELECT * FROM job_details"
            + " WHERE status = 'Completed' ORDER BY submit_time LIMIT 2) d; 2",
        "SELECT SUM(d.output_tokens) FROM job_details d JOIN (SELECT job_arn AS k FROM jobs"
            + " WHERE status = 'Completed' ORDER BY submit_time LIMIT 6) v ON d.job_arn = v.k; 6",
        "SELECT SUM(d.output_tokens) FROM job_details d WHERE status = 'Completed' AND job_arn IN"
            + " (SELECT MIN(job_arn) FROM jobs WHERE status = 'Completed'); 1",
        "SELECT SUM(d.output_tokens) FROM job_details d, (VALUES (1), (2), (3)) v(n) WHERE"
            + " job_arn = (SELECT MIN(job_arn) FROM jobs WHERE status = 'Completed'); 1",
        "SELECT SUM(output_tokens) FROM job_details WHERE status = 'Completed'"
            + " AND CHAR_LENGTH(job_name) = (SELECT MAX(CHAR_LENGTH(job_name)) FROM jobs"
            + " WHERE status = 'Completed'); -1"
      })
  void onlyRowsThatEverythingElseKeptAreAskedFor(String sql, int most) throws SQLException {
    Queries.run(connection, sql);
    assertThat(sent(Operation.GET_OBJECT))
        .isLessThanOrEqualTo(most < 0 ? (int) completed() / 4 : most);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT output_tokens FROM job_details LIMIT 7; GetObject; 7",
        "SELECT tags FROM job_details ORDER BY submit_time LIMIT 101; GetResources; 2",
        "SELECT d.tags FROM (SELECT * FROM job_details ORDER BY job_name LIMIT 5) d"
            + " WHERE d.job_id <> 'x'; GetResources; 1"
      })
  void explainSaysHowManyRequestsThereAreAtMost(String sql, String operation, int most)
      throws SQLException {
    assertThat(Queries.run(connection, "EXPLAIN PLAN FOR " + sql))
        .filteredOn(line -> line.contains(operation))
        .hasSize(1)
        .allMatch(line -> line.endsWith(", at most " + most));
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit_time DESC", "submit_time DESC, job_arn DESC"})
  void aLimitOverAnOrderedFilterByDetailsEndsTheReading(String order) throws SQLException {
    assertThat(
            Queries.run(
                connection,
                "SELECT job_id FROM job_details WHERE output_tokens >= 0 AND status = 'Completed'"
                    + " ORDER BY "
                    + order
                    + " LIMIT 2"))
        .hasSize(2);
    assertThat(sent(Operation.GET_OBJECT)).isLessThanOrEqualTo(6);
  }

  @Test
  void aLimitCountsRowsThatPassTheFilterByDetails() throws SQLException {
    emulator.behave(
        Behavior.standard()
            .with(
                StorageKnob.MANIFESTS,
                job -> job.jobId().charAt(0) < 'c' ? ManifestFate.MISSING : ManifestFate.READABLE));
    final String missing =
        "SELECT job_id FROM job_details WHERE usage_state = 'missing' ORDER BY submit_time, job_id";
    assertThat(Queries.run(connection, missing + " OFFSET 1 ROWS FETCH NEXT 5 ROWS ONLY"))
        .isEqualTo(Queries.run(connection, missing).subList(1, 6));
  }

  @Test
  void apiCallsNameOperationServiceAndHost() throws SQLException {
    Queries.run(
        connection,
        "SELECT output_tokens, tags FROM job_details WHERE status = 'Completed' LIMIT 1");
    final String host = "127.0.0.1:" + emulator.port();
    assertThat(
            Queries.run(
                connection, "SELECT operation, service, host FROM api_calls ORDER BY operation"))
        .containsExactly(
            "GetObject|s3|" + host,
            "GetResources|tagging|" + host,
            "ListModelInvocationJobs|bedrock|" + host);
  }

  @Test
  void whatMayPassIsTriedAgain() throws SQLException {
    emulator.inject(Operation.GET_OBJECT, new Fault.Throttle(), 1);
    emulator.inject(Operation.GET_RESOURCES, new Fault.Throttle(), 1);
    assertThat(
            Queries.run(
                connection,
                "SELECT usage_state, tags_state <> 'denied' FROM job_details"
                    + " WHERE status = 'Completed' LIMIT 1"))
        .containsExactly("read|true");
    assertThat(sent(Operation.GET_OBJECT)).isEqualTo(2);
  }

  @Test
  void whatDoesNotPassFailsTheQueryUnlessItMayBeSkipped() throws SQLException {
    final String sql =
        "SELECT DISTINCT usage_state FROM job_details WHERE status = 'Completed' LIMIT 1";
    emulator.inject(
        Operation.GET_OBJECT,
        new Fault.Status(500, "InternalError", "We encountered an internal error."),
        1000);
    try (Connection impatient = Urls.connect(emulator, ";maxAttempts=1")) {
      assertThatThrownBy(() -> Queries.run(impatient, sql))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).startsWith("58"))
          .hasMessageContaining("manifest.json.out");
    }
    try (Connection skipping = Urls.connect(emulator, ";maxAttempts=1;onUnreachable=skip");
        Statement statement = skipping.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(Queries.lines(rows)).containsExactly("unreadable");
      assertThat(statement.getWarnings().getMessage()).contains("Manifests that could not be read");
    }
  }

  @Test
  void requestsForDetailsCountAsOthersDo() throws SQLException {
    try (Connection bounded = Urls.connect(emulator, ";maxRequests=4;parallelism=1")) {
      assertThatThrownBy(
              () ->
                  Queries.run(
                      bounded, "SELECT output_tokens FROM job_details WHERE status = 'Completed'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("maxRequests=4");
      assertThat(emulator.log().lines()).hasSize(4);
    }
  }
}
