package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit that the scan does not take over ends reading at its last row, too, wherever it is. */
class EndingLimitsTest {
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(90);

  @AutoClose
  private final Connection connection = Urls.connect(emulator, ";pageSize=10;parallelism=1");

  /** With ten jobs to a page, of which all pass. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "COUNT(*) FROM (SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X' LIMIT 10) x; 10; 1",
        "COUNT(*) FROM (SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X' LIMIT 11) x; 11; 2",
        "COUNT(*) FROM (SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X' LIMIT 9) x; 9; 1",
        "COUNT(*) FROM (SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X'"
            + " LIMIT 10 OFFSET 10) x; 10; 2",
        "COUNT(*) FROM (SELECT a.job_id FROM jobs a JOIN (VALUES ('x')) v(n)"
            + " ON a.job_name <> v.n FETCH FIRST 10 ROWS ONLY) x; 10; 1",
        "COUNT(*) FROM (VALUES ('x'), ('y')) v(n) WHERE n NOT IN"
            + " (SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X' LIMIT 10); 2; 1",
        "COUNT(*) FROM (VALUES ('x'), ('y')) v(n), LATERAL"
            + " (SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X' LIMIT 10) x; 20; 1",
        "COUNT((SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X' LIMIT 1 OFFSET 9))"
            + " FROM (VALUES (1)) v(n); 1; 1",
        "COUNT(*) FROM ((SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X' LIMIT 10) UNION ALL"
            + " (SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'Y' LIMIT 20)) x; 30; 3",
        "COUNT(*) FROM (VALUES (1)) v(n) WHERE EXISTS"
            + " (SELECT 1 FROM jobs WHERE UPPER(job_name) <> 'X' LIMIT 10); 1; 1"
      })
  void insideAStatement(String query, String answer, int requests) throws SQLException {
    assertThat(Queries.run(connection, "SELECT " + query)).containsExactly(answer);
    assertSent(requests);
  }

  /** Jobs that are there are one, whatever they are asked for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "EXISTS (SELECT 1 FROM jobs); true; maxResults=1",
        "NOT EXISTS (SELECT * FROM jobs WHERE status = 'Failed'); false;"
            + " maxResults=1 statusEquals=Failed",
        "EXISTS (SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X' ORDER BY 1); true;"
            + " maxResults=10",
        "EXISTS (SELECT job_id FROM jobs OFFSET 5); true; maxResults=6"
      })
  void ofWhetherThereIsARow(String condition, String answer, String request) throws SQLException {
    assertThat(Queries.run(connection, "SELECT " + condition)).containsExactly(answer);
    assertThat(emulator.log().lines()).containsExactly("GET /model-invocation-jobs " + request);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "10, 1", "11, 2", ", 9"})
  void ofAParameter(Integer most, int requests) throws SQLException {
    assertThat(
            Queries.run(
                connection, "SELECT job_id FROM jobs WHERE UPPER(job_name) <> 'X' LIMIT ?", most))
        .hasSize(most == null ? 90 : most);
    assertSent(requests);
  }

  /** Behind a second page, another one may be under way. */
  private void assertSent(int requests) {
    assertThat(emulator.log().requests())
        .hasSizeBetween(requests, requests < 2 ? requests : requests + 1);
  }

  @Test
  void atARowThatIsTheOnlyOne() throws SQLException {
    final String first = Queries.run(connection, "SELECT job_id FROM jobs LIMIT 1").get(0);
    emulator.log().clear();
    assertThat(
            Queries.run(
                connection, "SELECT job_id FROM jobs WHERE LOWER(job_id) = ? LIMIT 1", first))
        .containsExactly(first);
    assertThat(emulator.log().requests()).hasSize(1);
  }

  @Test
  void aboveAFilterByDetails() throws SQLException {
    assertThat(
            Queries.run(
                connection,
                "SELECT COUNT(*) FROM (SELECT job_id FROM job_details WHERE"
                    + " (usage_state = 'x') IS NOT TRUE AND UPPER(job_name) <> 'X' LIMIT 10) x"))
        .containsExactly("10");
    assertThat(emulator.log().requests(Operation.LIST)).hasSize(1);
  }
}
