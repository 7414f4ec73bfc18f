package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.JobOrder;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What asks the service for an order believes it only as far as it was seen in the answers. */
class OrderOfTheServiceTest {
  private static final Behavior STANDARD = Behavior.standard();

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(25);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_arn FROM jobs ORDER BY submit_time LIMIT 1",
        "SELECT job_arn FROM jobs ORDER BY submit_time, job_name DESC LIMIT 1",
        "SELECT job_arn FROM jobs ORDER BY submit_time LIMIT 1 OFFSET 1",
        "SELECT job_arn FROM jobs ORDER BY submit_time FETCH FIRST 3 ROWS ONLY",
        "SELECT MIN(submit_time) FROM jobs",
        "SELECT MIN(submit_time) FROM jobs WHERE status = 'Completed'",
        "SELECT job_arn FROM jobs WHERE status IN ('Completed', 'Failed') ORDER BY submit_time LIMIT 1",
        "SELECT job_arn FROM jobs WHERE UPPER(status) = 'COMPLETED' ORDER BY submit_time LIMIT 1",
        "SELECT job_arn FROM jobs WHERE submit_time = (SELECT MIN(submit_time) FROM jobs)",
      })
  void theOldestIsNotTakenForTheNewest(String sql) throws SQLException {
    for (Set<String> ignored :
        List.of(Set.of("sortBy"), Set.of("sortOrder"), Set.of("sortBy", "sortOrder"))) {
      emulator.behave(STANDARD.with(Knob.IGNORED_PARAMETERS, ignored));
      try (Connection connection = DriverManager.getConnection(Urls.of(emulator))) {
        assertRefused(connection, sql);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_arn FROM jobs ORDER BY submit_time LIMIT 1",
        "SELECT job_arn FROM jobs ORDER BY submit_time DESC LIMIT 1",
        "SELECT MIN(submit_time) FROM jobs",
        "SELECT MAX(submit_time) FROM jobs",
        "SELECT MAX(submit_time) FROM jobs WHERE status <> 'Failed'",
      })
  void noOrderAtAllIsNoOrder(String sql) throws SQLException {
    emulator.behave(STANDARD.with(Knob.ORDER, JobOrder.SHUFFLED));
    try (Connection connection = DriverManager.getConnection(Urls.of(emulator))) {
      assertRefused(connection, sql);
    }
    emulator.behave(STANDARD.with(Knob.ORDER, JobOrder.SECONDS).with(Knob.REPEATED_JOBS, 2));
    assertThat(Queries.run(Urls.of(emulator) + ";pageSize=5", sql))
        .isEqualTo(Queries.run(Urls.of(emulator) + ";pushdown=false", sql));
  }

  private static void assertRefused(Connection connection, String sql) {
    final SQLException failure = Answered.failureOf(connection, sql);
    assertThat(failure.getSQLState()).isEqualTo("58000");
    assertThat(failure.getMessage()).contains("out of order", "pushdown=false");
  }
}
