package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A connection that keeps the rows it reads. */
@Timeout(120)
abstract class MaxAgeFixture {
  private static final String OTHER_ACCOUNT = "210987654321";

  /**
   * With more requests at once, one that turns out needless may still be under way when all rows
   * were read: it fails nothing, and arrives when it likes.
   */
  private static final String ONE_BY_ONE = ";maxAge=600;parallelism=1";

  BedrockEmulator emulator;
  Connection connection;

  @BeforeEach
  void start() throws SQLException {
    emulator =
        BedrockEmulator.builder()
            .jobs(JobFixture.of(100, 7))
            .jobs(JobFixture.of(30, 8).in("us-east-1", OTHER_ACCOUNT))
            .credentials("AKIOTHER", "other", OTHER_ACCOUNT)
            .start();
    connection = connect(ONE_BY_ONE);
  }

  @AfterEach
  void stop() throws SQLException {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  final Connection connect(String more) throws SQLException {
    return DriverManager.getConnection(
        Urls.of(emulator) + ";pageSize=20;readMessages=false" + more);
  }

  final List<String> rows(String sql) throws SQLException {
    return Answered.to(connection, sql).rows();
  }

  /** The requests of a statement. */
  final int asked(String sql) throws SQLException {
    emulator.log().clear();
    rows(sql);
    return emulator.log().requests().size();
  }

  static int pages(int jobs) {
    return jobs / 20 + 1;
  }

  final long count(String status) {
    return emulator.jobs().stream()
        .filter(job -> job.account().equals(BedrockEmulator.DEMO_ACCOUNT))
        .filter(job -> job.status().equals(status))
        .count();
  }
}
