package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of a walk that is read in slices: whichever request meets one, the reader is told. */
class SlicedFaultTest {
  private static final String SETTINGS = ";pageSize=10;parallelism=4;maxAttempts=2";
  private static final List<String> LISTS =
      List.of("SELECT job_arn FROM jobs", "SELECT job_arn, COUNT(*) FROM jobs GROUP BY job_arn");

  /** Enough for the fault to stay, wherever the walk goes on. */
  private static final int FOR_EVER = 60;

  private static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new Fault.Throttle(), true, "53300"),
        Arguments.of(new Fault.Status(500, "InternalServerException", "Sorry."), true, "58000"),
        Arguments.of(new Fault.ProxyPage(502), true, "58000"),
        Arguments.of(new Fault.Reset(true), true, "08006 08S01"),
        Arguments.of(new Fault.Reset(false), true, "08006 08S01"),
        Arguments.of(new Fault.Close(), true, "08006 08S01"),
        Arguments.of(new Fault.Truncate(), true, "08006 08S01"),
        Arguments.of(Fault.Malformed.NOT_JSON, false, "58000"),
        Arguments.of(Fault.Malformed.WRONG_SHAPE, false, "58000"),
        Arguments.of(new Fault.Malformed("{\"__type\": \"ThrottlingException\"}"), false, "58000"),
        Arguments.of(
            new Fault.Custom(200, Map.of("content-length", "99999999999"), "{"), false, "58000"),
        Arguments.of(new Fault.Status(403, "ExpiredTokenException", "Over."), false, "28000"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theReaderIsTold(Fault fault, boolean isTransient, String states) throws SQLException {
    for (int request : new int[] {2, 3, 5}) { // alone, the end of time, one slice of several
      final String sql = LISTS.get(request % 2);
      try (BedrockEmulator emulator = Urls.emulatorWith(150)) {
        try (Connection connection = DriverManager.getConnection(Urls.of(emulator) + SETTINGS)) {
          final List<String> arns = emulator.jobs().stream().map(Job::jobArn).toList();
          emulator.injectAt(Operation.LIST, request, fault);
          if (isTransient) {
            assertThat(Answered.to(connection, sql).rows()).hasSameElementsAs(arns).hasSize(150);
            for (int i = 0; i < FOR_EVER; i++) {
              emulator.injectAt(Operation.LIST, request, fault);
            }
          }
          final SQLException failure = Answered.failureOf(connection, sql);
          assertThat(states).as(failure.getMessage()).contains(failure.getSQLState());
          assertThat(failure.getMessage()).startsWith("Listing jobs failed: ");
          if (!isTransient) {
            assertThat(Answered.to(connection, sql).rows()).hasSameElementsAs(arns).hasSize(150);
          }
        }
        emulator.awaitOpenExchanges(0);
      }
    }
  }
}
