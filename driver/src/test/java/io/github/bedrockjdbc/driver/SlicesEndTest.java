package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Await;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures, cancellation and closing while slices are read. */
class SlicesEndTest extends SlicesFixture {
  /** The next page is asked for with a token that leads nowhere: what is wrong with this counts. */
  @ParameterizedTest
  @CsvSource({"1,2", "1,4", "4,2", "4,6"})
  void aPageThatCannotBeReadIsToldOfWhateverBecomesOfTheNext(int parallelism, int nth) {
    for (String body :
        List.of(
            "{\"nextToken\":\"x\",\"invocationJobSummaries\":[{\"jobArn\":7}]}",
            "{\"invocationJobSummaries\":[{\"jobArn\":7}],\"nextToken\":\"x\"}")) {
      emulator.injectAt(nth, new Fault.Malformed(body));
      assertThatThrownBy(() -> Queries.run(url(parallelism), EVERY_ARN))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("'jobArn' is not a text");
      emulator.log().clear();
    }
  }

  @Test
  void anAnswerThatWasReliedOnIsNotAskedForAgain() {
    emulator.injectAt(2, new Fault.Malformed("{\"nextToken\":\"x\",\"jobs\":[{}"));
    assertThatThrownBy(() -> Queries.run(url(1), EVERY_ARN))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("truncated");
  }

  @Test
  void rowsBeforeAPageThatFailsAreGivenAndNoneAfterIt() throws SQLException {
    final List<String> plain = Queries.run(url(1), EVERY_ARN);
    emulator.behave(
        Behavior.standard().with(Knob.MISSING_FIELDS, Set.of("jobArn")).with(Knob.ODD_ONE_IN, 400));
    final String odd =
        emulator.jobs().stream()
            .filter(emulator.behavior()::isOdd)
            .map(Job::jobArn)
            .min(Comparator.comparing(plain::indexOf))
            .orElseThrow();
    int given = 0;
    try (Connection connection = DriverManager.getConnection(url(1));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(EVERY_ARN)) {
      while (rows.next()) {
        given++;
      }
      fail("a page cannot be read");
    } catch (SQLException e) {
      assertThat(e.getMessage()).contains("a job without 'jobArn'");
    }
    assertThat(given).isPositive().isEqualTo(plain.indexOf(odd) / PAGE * PAGE);
  }

  @Test
  void aFailureInAnySliceFailsTheQuery() {
    emulator.injectWhen(
        request -> request.parameters().containsKey("submitTimeBefore"),
        new Fault.Status(403, "AccessDeniedException", "Not here."));

    assertThatThrownBy(() -> Queries.run(url(4), EVERY_ARN))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("AccessDeniedException");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 9})
  void aRequestThatIsTriedAgainLosesAndRepeatsNothing(int nth) throws SQLException {
    emulator.injectAt(nth, new Fault.Throttle());
    emulator.injectAt(nth + 3, new Fault.Reset(true));

    assertThat(sorted(Queries.run(url(4), EVERY_ARN))).isEqualTo(sorted(arns()));
  }

  @Test
  void cancellingAbortsWhatEverySliceWaitsFor() throws Exception {
    emulator.injectWhen(
        request -> request.parameters().containsKey("submitTimeBefore"), new Fault.Hang());
    try (Connection connection = DriverManager.getConnection(url(4));
        Statement statement = connection.createStatement()) {
      final CompletableFuture<String> state =
          CompletableFuture.supplyAsync(
              () -> Failures.stateOf(() -> Answered.rows(statement.executeQuery(EVERY_ARN))));
      emulator.awaitOpenExchanges(1);
      Await.until("no slice is asked for", () -> slices() > 0);
      statement.cancel();
      assertThat(state.get(1, TimeUnit.MINUTES)).isEqualTo("57014");
      emulator.awaitOpenExchanges(0);
      emulator.log().clear();
      assertThat(Answered.rows(statement.executeQuery(EVERY_ARN + " LIMIT 3"))).hasSize(3);
    }
  }

  @Test
  void closingAbortsWhatEverySliceWaitsFor() throws SQLException {
    emulator.injectWhen(
        request -> request.parameters().containsKey("submitTimeBefore"), new Fault.Hang());
    try (Connection connection = DriverManager.getConnection(url(4));
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(EVERY_ARN)) {
        while (slices() == 0) {
          rows.next();
        }
        emulator.awaitRequests(5); // one of them hangs
      }
      emulator.awaitOpenExchanges(0);
    }
  }
}
