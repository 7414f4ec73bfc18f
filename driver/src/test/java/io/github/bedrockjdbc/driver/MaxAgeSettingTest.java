package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Setting the age of rows, and seeing what is kept. */
@Timeout(120)
class MaxAgeSettingTest extends MaxAgeFixture {
  @Test
  void aConnectionMayAskAnew() throws SQLException {
    rows("SELECT COUNT(*) FROM jobs");
    emulator.behave(Behavior.standard().with(Knob.ARRIVALS, 1));
    try (Statement statement = connection.createStatement()) {
      assertThat(rows("SHOW maxAge")).containsExactly("600");
      statement.execute("SET maxAge = 0");
      assertThat(rows("SHOW maxage")).containsExactly("0");
      assertThat(asked("SELECT COUNT(*) FROM jobs")).isPositive();
      statement.execute("SET maxAge TO '30'");
      assertThat(rows("SHOW maxAge")).containsExactly("30");
      statement.execute("RESET maxAge");
      assertThat(rows("SHOW maxAge")).containsExactly("600");
      assertThat(rows("SELECT COUNT(*) FROM jobs")).containsExactly("100");
      statement.execute("SET maxAge = 7");
      statement.execute("DISCARD ALL");
      assertThat(rows("SHOW maxAge")).containsExactly("600");
    }
    final SQLException refused = Answered.failureOf(connection, "SET maxAge = soon");
    assertThat(refused.getMessage()).contains("maxAge takes seconds from 0 to 86400");
    assertThat(refused.getSQLState()).isEqualTo("22023");
  }

  @Test
  void explainSaysWhetherItWouldAsk() throws SQLException {
    final String explain = "EXPLAIN PLAN FOR SELECT job_id FROM jobs WHERE status = 'Failed'";
    assertThat(rows(explain)).anyMatch(line -> line.contains("Request: ListModelInvocationJobs"));
    rows("SELECT COUNT(*) FROM jobs");

    assertThat(rows(explain))
        .anyMatch(line -> line.matches(" *Request: none, as kept rows answer, \\d+ s old"))
        .noneMatch(line -> line.contains("ListModelInvocationJobs"));
    try (Connection each = connect("")) {
      assertThat(Answered.to(each, explain).rows())
          .anyMatch(line -> line.contains("ListModelInvocationJobs"));
    }
  }

  @Test
  void sourcesShowsWhatIsKept() throws SQLException {
    assertThat(rows("SELECT kept_seconds FROM sources")).containsOnlyNulls();
    rows("SELECT COUNT(*) FROM jobs");

    assertThat(
            rows(
                "SELECT kept_jobs FROM sources WHERE kept_seconds BETWEEN 0 AND 60"
                    + " AND kept_bytes BETWEEN 1000 AND 100000"))
        .containsExactly("100");
  }
}
