package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a query sent is what the table shows. */
class ApiCallsEndToEndTest {
  private static final String EVERY_JOB = "SELECT job_id FROM jobs";

  private final BedrockEmulator emulator = Urls.emulatorWith(1500);
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection(Urls.of(emulator) + ";parallelism=1");
  }

  @AfterEach
  void nothingStaysOpen() throws SQLException {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  @Test
  void everyCallIsShownAsItWasSent() throws SQLException {
    run(EVERY_JOB);
    run("SELECT message FROM jobs WHERE status = 'Failed' LIMIT 7");

    final List<RecordedRequest> sent = emulator.log().requests();
    assertThat(sent).hasSize(2 + 1 + 7);
    assertThat(
            run(
                "SELECT operation, parameters, region, http_status, error_type, result_rows,"
                    + " tries, request_id FROM api_calls"))
        .containsExactlyInAnyOrderElementsOf(
            sent.stream().map(ApiCallsEndToEndTest::shown).toList());
    assertThat(run("SELECT parameters FROM api_calls"))
        .startsWith(
            "maxResults=1000", "maxResults=1000 nextToken=*", "maxResults=7 statusEquals=Failed");
    assertThat(run("SELECT 1 FROM api_calls WHERE bytes < 100 OR milliseconds < 0")).isEmpty();
  }

  private static String shown(RecordedRequest request) {
    final boolean isList = request.operation() == Operation.LIST;
    final String prefix = isList ? "GET /model-invocation-jobs " : "GET /model-invocation-job/";
    return String.join(
        "|",
        isList ? "ListModelInvocationJobs" : "GetModelInvocationJob",
        request.line().substring(prefix.length()),
        request.region(),
        "" + request.status(),
        "null",
        "" + request.rows(),
        "1",
        request.requestId());
  }

  @Test
  void readingItCallsNobodyAndAddsNothing() throws SQLException {
    assertThat(run("SELECT * FROM api_calls")).isEmpty();
    run(EVERY_JOB);
    emulator.log().clear();

    assertThat(run("SELECT * FROM bedrock.API_CALLS")).hasSize(2);
    assertThat(run("SELECT * FROM \"api_calls\"")).hasSize(2);
    assertThat(run("EXPLAIN PLAN FOR SELECT * FROM api_calls")).hasSize(1);
    assertThat(emulator.log().lines()).isEmpty();
  }

  @Test
  void connectionsAndQueriesAreTold() throws SQLException {
    run(EVERY_JOB);
    try (Connection second = DriverManager.getConnection(Urls.of(emulator) + ";parallelism=1");
        PreparedStatement prepared =
            second.prepareStatement("SELECT job_id FROM jobs WHERE status = ? LIMIT 1")) {
      prepared.setString(1, "Stopped");
      assertThat(Queries.lines(prepared.executeQuery())).hasSize(1);
      run("VALUES 1");
      assertThat(Queries.lines(prepared.executeQuery())).hasSize(1);
    }

    final String sql = "SELECT connection_id, query_id, COUNT(*) FROM api_calls GROUP BY 1, 2";
    assertThat(run(sql + " ORDER BY 2")).containsExactly("1|1|2", "2|2|1", "2|4|1");
    assertThat(
            run(
                "SELECT parameters FROM api_calls"
                    + " WHERE query_id = (SELECT MAX(query_id) FROM api_calls)"))
        .containsExactly("maxResults=1 statusEquals=Stopped");
  }

  @Test
  void detailsBelongToTheQueryThatNeedsThem() throws SQLException {
    run("SELECT message FROM jobs WHERE status = 'Failed' LIMIT 5");

    assertThat(run("SELECT operation, query_id, COUNT(*) FROM api_calls GROUP BY 1, 2 ORDER BY 1"))
        .containsExactly("GetModelInvocationJob|1|5", "ListModelInvocationJobs|1|1");
  }

  @Test
  void itJoinsAndAddsUpLikeAnyTable() throws SQLException {
    run("SELECT message FROM jobs WHERE status = 'Failed' LIMIT 5");
    run(EVERY_JOB);

    assertThat(
            run(
                "SELECT j.status, COUNT(*) FROM api_calls c JOIN jobs j"
                    + " ON c.parameters = j.job_arn GROUP BY j.status"))
        .containsExactly("Failed|5");
    assertThat(run("SELECT SUM(result_rows), AVG(tries) FROM api_calls WHERE query_id = 2"))
        .containsExactly("1500|1.0");
    assertThat(Queries.run(connection, "SELECT tries FROM api_calls WHERE query_id = ?", 2))
        .containsExactly("1", "1");
  }

  @Test
  void timesAreUtcAndDoNotDependOnTheZone() throws SQLException {
    final Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    run(EVERY_JOB);

    try (Statement statement = connection.createStatement();
        ResultSet calls =
            statement.executeQuery("SELECT start_time FROM api_calls ORDER BY start_time DESC")) {
      assertThat(calls.getMetaData().getScale(1)).isEqualTo(3);
      while (calls.next()) {
        final Instant start = calls.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        assertThat(start).isBetween(before, Instant.now());
        assertThat(calls.getString(1)).startsWith(start.toString().substring(0, 10) + " ");
      }
    }
    assertThat(
            run(
                "SELECT COUNT(*) FROM api_calls WHERE start_time"
                    + " BETWEEN LOCALTIMESTAMP - INTERVAL '1' MINUTE AND LOCALTIMESTAMP"))
        .containsExactly("2");
  }

  @Test
  void connectionsWithOtherSettingsSeeTheirOwn() throws SQLException {
    run(EVERY_JOB);
    try (Connection other =
        DriverManager.getConnection(Urls.of(emulator).replace("us-east-1", "us-west-2"))) {
      assertThat(Queries.run(other, "SELECT * FROM api_calls")).isEmpty();
      assertThat(Failures.stateOf(() -> Queries.run(other, "SELECT * FROM jobs"))).isNotNull();
      assertThat(Queries.run(other, "SELECT region, connection_id, query_id FROM api_calls"))
          .containsExactly("us-west-2|1|2");
    }
    assertThat(run("SELECT DISTINCT region FROM api_calls")).containsExactly("us-east-1");
  }

  @Test
  void theLastThousandAreKept() throws SQLException {
    final int jobs = 1003;
    try (BedrockEmulator many = Urls.emulatorWith(jobs);
        Connection small =
            DriverManager.getConnection(Urls.of(many) + ";pageSize=1;parallelism=1")) {
      assertThat(Queries.run(small, EVERY_JOB)).hasSize(jobs);

      assertThat(Queries.run(small, "SELECT request_id FROM api_calls"))
          .isEqualTo(
              many.log().requests().stream().skip(3).map(RecordedRequest::requestId).toList())
          .hasSize(1000);
    }
  }

  private List<String> run(String sql) throws SQLException {
    return Queries.run(connection, sql);
  }
}
