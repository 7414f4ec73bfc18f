package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code EXPLAIN PLAN FOR} says what would be sent, and why a predicate stays; it sends nothing.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ExplainTest {
  private BedrockEmulator emulator;
  private Connection connection;

  @BeforeAll
  void connect() throws SQLException {
    emulator = BedrockEmulator.demo();
    connection = DriverManager.getConnection(Urls.of(emulator));
  }

  @AfterAll
  void close() throws SQLException {
    assertThat(emulator.log().lines()).isEmpty();
    connection.close();
    emulator.close();
  }

  @Test
  void aStatementThatTheScanAnswersAlone() throws SQLException {
    assertThat(
            explained(
                "SELECT job_name, message FROM jobs WHERE status = 'Failed'"
                    + " ORDER BY submit_time DESC, job_name LIMIT 10 OFFSET 3"))
        .containsExactly(
            "Scan jobs",
            "  Request: ListModelInvocationJobs maxResults=18 sortBy=CreationTime"
                + " sortOrder=Descending statusEquals=Failed",
            "  Request: GetModelInvocationJob for the message of each failed job among the rows",
            "  Checked: status = 'Failed'",
            "  Order: submit_time DESC, job_name",
            "  Limit: 10 rows after the first 3",
            "  Columns: job_name, message");
  }

  @Test
  void stepsAboveTheScanAreInPlainWords() throws SQLException {
    assertThat(
            explained(
                "SELECT status, COUNT(*), MAX(total_records) AS most FROM jobs"
                    + " WHERE UPPER(job_name) LIKE '%X%' GROUP BY status"
                    + " HAVING COUNT(*) > 5 ORDER BY 2 DESC LIMIT 3"))
        .containsExactly(
            "Limit: 3 rows",
            "  Sort by COUNT(*) DESC",
            "    Filter: COUNT(*) > 5",
            "      Group by status: COUNT(*), MAX(total_records) AS most",
            "        Filter: UPPER(job_name) LIKE '%X%'",
            "          Scan jobs",
            "            Request: ListModelInvocationJobs maxResults=1000",
            "            Checked above: UPPER(job_name) LIKE '%X%' (not a parameter of the service)",
            "            Columns: job_name, status, total_records");
  }

  @Test
  void eachScanOfAJoinHasItsRequests() throws SQLException {
    assertThat(
            explained(
                "SELECT a.job_id FROM jobs a JOIN jobs b ON a.model = b.model"
                    + " WHERE a.status IN ('Failed', 'Stopped') AND b.status = 'Expired'"))
        .contains("Inner join on first.model = second.model")
        .filteredOn(line -> line.contains("Request:"))
        .extracting(String::strip)
        .containsExactlyInAnyOrder(
            "Request: ListModelInvocationJobs maxResults=1000 statusEquals=Failed",
            "Request: ListModelInvocationJobs maxResults=1000 statusEquals=Stopped",
            "Request: ListModelInvocationJobs maxResults=1000 statusEquals=Expired");
  }

  @Test
  void whatRunsRowByRowSaysOfWhichRowsItKeeps() throws SQLException {
    assertThat(
            explained(
                "SELECT job_name, (SELECT COUNT(*) FROM jobs b WHERE b.model = a.model"
                    + " AND b.total_records > a.total_records + 5) FROM jobs a"))
        .containsExactly(
            "Left join, for each row of the first",
            "  Scan jobs",
            "    Request: ListModelInvocationJobs maxResults=1000",
            "    Columns: job_name, total_records, model",
            "  Keep the rows for each value of outer.model, outer.total_records",
            "    Aggregate: COUNT(*)",
            "      Filter: model = outer.model AND total_records > outer.total_records + 5",
            "        Keep the rows, found by model = outer.model",
            "          Scan jobs",
            "            Request: ListModelInvocationJobs maxResults=1000",
            "            Columns: total_records, model");
  }

  @Test
  void whatDependsOnNoOuterRowIsKeptOnce() throws SQLException {
    assertThat(
            explained(
                "SELECT status FROM jobs a WHERE EXISTS"
                    + " (SELECT 1 FROM jobs b WHERE b.total_records > a.total_records)"))
        .contains(
            "  Keep the rows for each value of outer.total_records",
            "        Filter: total_records > outer.total_records",
            "          Keep the rows");
  }

  @Test
  void groupsAndWindowsAreInPlainWords() throws SQLException {
    assertThat(
            explained("SELECT status, RANK() OVER (ORDER BY COUNT(*)) FROM jobs GROUP BY status"))
        .startsWith("Window functions: RANK", "  Group by status: COUNT(*)", "    Scan jobs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "status <> 'Failed' | a new status must not be hidden",
        "status NOT IN ('Failed', 'Stopped') | a new status must not be hidden",
        "status = 'failed' | value unknown to the service",
        "job_name LIKE 'a%' | nameContains matches more names",
        "job_name LIKE '___%' | no part of it is valid in nameContains",
        "job_name NOT LIKE 'a%' | not a parameter of the service",
        "job_name < 'b' | not a parameter of the service",
        "UPPER(job_name) = 'A' | not a parameter of the service",
        "submit_time > '2026-01-01 00:00:00' | one second wider",
        "status = 'Failed' OR model = 'x' | OR with a branch that cannot be pushed down, model"
            + " = 'x'",
        "message LIKE '%quota%' | only status = 'Failed' is sent",
        "account_id = '1' | the account is known only after a job has been read",
        "region = 'eu-west-1' | no job satisfies it",
        "total_records IS NULL | not a parameter of the service",
        "job_id IN (SELECT job_id FROM api_calls WHERE operation = job_id)"
            + " | a condition with a subquery (not a parameter of the service)",
      })
  void aPredicateThatStaysHasItsReason(String predicate, String reason) throws SQLException {
    assertThat(explained("SELECT job_arn FROM jobs WHERE " + predicate))
        .filteredOn(line -> line.contains("Checked"))
        .anySatisfy(line -> assertThat(line).contains(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "status = ? | ListModelInvocationJobs maxResults=1000 statusEquals=?",
        "status = ? AND total_records > ? AND submit_time >= ?"
            + " | ListModelInvocationJobs maxResults=1000 statusEquals=? submitTimeAfter=?",
        "status = 'Failed' AND job_name LIKE ?"
            + " | ListModelInvocationJobs maxResults=1000 nameContains=? statusEquals=Failed",
        "job_arn = ? | GetModelInvocationJob ?",
        "total_records = ? | ListModelInvocationJobs maxResults=1000",
      })
  void aValueToComeIsAQuestionMark(String predicate, String request) throws SQLException {
    assertThat(explained("SELECT job_id FROM jobs WHERE " + predicate))
        .filteredOn(line -> line.contains("Request: "))
        .containsExactly("  Request: " + request);
  }

  @Test
  void branchesToComeAreRequestsOfTheirOwn() throws SQLException {
    assertThat(
            explained(
                "SELECT job_id FROM jobs WHERE (status = ? AND job_name LIKE '%ab%')"
                    + " OR (status = 'Stopped' AND submit_time < ?) ORDER BY submit_time LIMIT ?"))
        .filteredOn(line -> line.contains("Request: "))
        .containsExactly(
            "  Request: ListModelInvocationJobs maxResults=? nameContains=ab sortBy=CreationTime"
                + " sortOrder=Ascending statusEquals=?",
            "  Request: ListModelInvocationJobs maxResults=? sortBy=CreationTime"
                + " sortOrder=Ascending statusEquals=Stopped submitTimeBefore=?");
  }

  private List<String> explained(String sql) throws SQLException {
    final List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement("EXPLAIN PLAN FOR " + sql);
        ResultSet plan = statement.executeQuery()) {
      while (plan.next()) {
        lines.add(plan.getString("PLAN"));
      }
    }
    return lines;
  }
}
