package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Await;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far details are read ahead of the row that is fetched. */
class DetailsAheadTest {
  private static final String SQL =
      "SELECT job_id, output_tokens FROM job_details WHERE status = 'Completed'";

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(200);

  @BeforeEach
  void everyManifestIsThere() {
    emulator.behave(Behavior.standard().with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE));
  }

  private int sent(Operation operation) {
    return emulator.log().requests(operation).size();
  }

  @Test
  void manifestsOfRowsAtHandAreReadSideBySide() throws Exception {
    final Fault.Hang hang = new Fault.Hang();
    emulator.injectAt(Operation.GET_OBJECT, 1, hang);
    try (Connection connection = Urls.connect(emulator, ";parallelism=4")) {
      final CompletableFuture<List<String>> rows =
          CompletableFuture.supplyAsync(() -> run(connection));
      emulator.awaitRequests(1 + 4); // the list, one that hangs, and three beside it
      hang.release();
      assertThat(rows.get()).hasSizeGreaterThan(100);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static List<String> run(Connection connection) {
    try {
      return Queries.run(connection, SQL);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRowThatIsNotAtHandIsNoReasonForAnotherPage() throws SQLException {
    try (Connection connection = Urls.connect(emulator, ";parallelism=8;pageSize=5");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      assertThat(rows.next()).isTrue();
      assertThat(sent(Operation.LIST)).isOne();
      assertThat(sent(Operation.GET_OBJECT)).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void aBatchIsFilledFromSeveralPages() throws SQLException {
    try (Connection connection = Urls.connect(emulator, ";pageSize=30")) {
      Queries.run(connection, "SELECT tags FROM job_details LIMIT 90");
      assertThat(sent(Operation.LIST)).isGreaterThanOrEqualTo(3);
      assertThat(sent(Operation.GET_RESOURCES)).isOne();
    }
  }

  /** Manifests that are not there are not kept, either. */
  @Test
  void aJobInManyRowsIsAskedForOnce() throws SQLException {
    emulator.behave(Behavior.standard().with(StorageKnob.MANIFESTS, job -> ManifestFate.MISSING));
    try (Connection connection = Urls.connect(emulator)) {
      final List<String> rows =
          Queries.run(
              connection,
              "SELECT v.n, d.usage_state, d.tags FROM (VALUES (1), (2), (3)) AS v (n) CROSS JOIN"
                  + " (SELECT * FROM job_details WHERE status = 'Completed'"
                  + " ORDER BY submit_time LIMIT 60) AS d ORDER BY v.n");
      assertThat(rows).hasSize(180);
      assertThat(sent(Operation.GET_OBJECT)).isEqualTo(60);
      assertThat(sent(Operation.GET_RESOURCES)).isOne();
    }
  }

  @Test
  void noMoreManifestsThanThatAreReadAheadWhereTagsAreReadToo() throws SQLException {
    try (Connection connection = Urls.connect(emulator, ";parallelism=2");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL.replace("job_id", "tags"))) {
      assertThat(rows.next()).isTrue();
      assertThat(sent(Operation.GET_OBJECT)).isLessThanOrEqualTo(2 + 1);
      assertThat(sent(Operation.GET_RESOURCES)).isOne();
    }
  }

  @Test
  void whatIsUnderWayEndsWithTheResult() throws SQLException {
    emulator.injectAt(Operation.GET_OBJECT, 2, new Fault.Hang());
    try (Connection connection = Urls.connect(emulator, ";parallelism=2");
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(SQL)) {
        assertThat(rows.next()).isTrue();
        emulator.awaitRequests(3);
      }
      emulator.awaitOpenExchanges(0);
      assertThat(connection.isClosed()).isFalse();
    }
  }

  @Test
  void aPageUnderWayEndsWithTheResultToo() throws SQLException {
    emulator.injectAt(Operation.LIST, 3, new Fault.Hang());
    try (Connection connection = Urls.connect(emulator, ";pageSize=5;maxRequests=100");
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(SQL)) {
        for (int i = 0; i < 6; i++) {
          assertThat(rows.next()).isTrue();
        }
        Await.until("no third page", () -> sent(Operation.LIST) == 3);
      }
      emulator.awaitOpenExchanges(0);
    }
  }
}
