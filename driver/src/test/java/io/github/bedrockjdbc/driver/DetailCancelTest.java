package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.driver.testing.Await;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of every service end when their statement does, and the connection works afterwards. */
class DetailCancelTest {
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(60);
  @AutoClose private final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "GET_OBJECT; SELECT output_tokens FROM job_details WHERE status = 'Completed'",
        "GET_RESOURCES; SELECT tags FROM job_details",
        "LIST_MODELS; SELECT model_id FROM models",
        "LIST_PROFILES; SELECT COUNT(*) FROM inference_profiles"
      })
  void aHangingServiceEndsWithTheStatement(Operation operation, String sql) throws SQLException {
    final Fault.Hang hang = new Fault.Hang();
    emulator.inject(operation, hang, 100);
    try (Statement statement = connection.createStatement()) {
      final CompletableFuture<Void> cancelled =
          CompletableFuture.runAsync(() -> cancelWhenAsked(statement, operation));
      assertThatThrownBy(() -> Queries.lines(statement.executeQuery(sql)))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
      cancelled.join();
    } finally {
      hang.release();
    }
    assertThat(Queries.run(connection, "SELECT COUNT(*) FROM jobs")).containsExactly("60");
  }

  private void cancelWhenAsked(Statement statement, Operation operation) {
    Await.until("nothing is asked", () -> !emulator.log().requests(operation).isEmpty());
    try {
      statement.cancel();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"GET_OBJECT, output_tokens", "GET_RESOURCES, tags"})
  void aTimeLimitHoldsForThemToo(Operation operation, String column) throws SQLException {
    final Fault.Hang hang = new Fault.Hang();
    emulator.inject(operation, hang, 100);
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(
              () ->
                  Queries.lines(
                      statement.executeQuery(
                          "SELECT " + column + " FROM job_details WHERE status = 'Completed'")))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("HYT00"));
    } finally {
      hang.release();
    }
  }
}
