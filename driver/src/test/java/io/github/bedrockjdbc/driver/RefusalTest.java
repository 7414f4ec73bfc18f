package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who are not let in, and services that are not there. */
class RefusalTest {
  private static final String SQL = "SELECT job_arn FROM jobs";

  private static SQLException failure(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return Answered.failureOf(connection, sql);
    }
  }

  private static String url(String endpoint, String credentials) {
    return "jdbc:bedrock:region=us-east-1;maxAttempts=2;endpoint=" + endpoint + ";" + credentials;
  }

  @ParameterizedTest
  @CsvSource({
    "user=AKIWRONG;password=whatever,                       UnrecognizedClientException",
    "user=AKIDEMOEMULATOR00000;password=wrong,              InvalidSignatureException",
    "user=ASIASESSION;password=s;sessionToken=wrong,        UnrecognizedClientException",
    "user=ASIASESSION;password=s,                           UnrecognizedClientException",
    "user=ASIASESSION;password=wrong;sessionToken=right,    InvalidSignatureException",
    "apiKey=wrong,                                          ''"
  })
  void unknownCallers(String credentials, String type) throws SQLException {
    try (BedrockEmulator emulator =
        BedrockEmulator.builder()
            .sessionCredentials("ASIASESSION", "s", "right", BedrockEmulator.DEMO_ACCOUNT)
            .apiKey("right")
            .start()) {
      for (String sql : new String[] {SQL, "SELECT COUNT(*) FROM jobs"}) {
        final SQLException failure = failure(url(emulator.endpoint(), credentials), sql);
        assertThat(failure.getMessage()).contains(type, "HTTP 403", "request id 0");
        assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("28000");
        assertThat(failure.getErrorCode()).isEqualTo(403);
        assertThat(failure instanceof SQLInvalidAuthorizationSpecException).isTrue();
      }
      assertThat(emulator.log().requests()).hasSize(2);
    }
  }

  @Test
  void signatureOfAStaleClockIsMendedOnce() throws SQLException {
    try (BedrockEmulator emulator =
        BedrockEmulator.builder()
            .clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
            .start()) {
      try (Connection connection = DriverManager.getConnection(Urls.of(emulator))) {
        assertThat(Answered.to(connection, SQL).rows()).isEmpty();
      }
      assertThat(emulator.log().requests())
          .extracting(RecordedRequest::status)
          .containsExactly(403, 200);
    }
  }

  @Test
  void expiredSession() throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(1)) {
      emulator.behave(
          Behavior.standard().with(Knob.EXPIRED_KEYS, Set.of(BedrockEmulator.DEMO_ACCESS_KEY_ID)));
      final SQLException failure = failure(Urls.of(emulator), SQL);
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat(failure.getMessage()).contains("ExpiredTokenException", "request id 0");
    }
  }

  @Test
  void refusedListNamesTheAction() throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(1)) {
      emulator.behave(Behavior.standard().with(Knob.LIST_REFUSED, caller -> true));
      for (String sql : new String[] {SQL, "SELECT COUNT(*) FROM jobs"}) {
        final SQLException failure = failure(Urls.of(emulator), sql);
        assertThat(failure.getSQLState()).isEqualTo("42501");
        assertThat(failure.getErrorCode()).isEqualTo(403);
        assertThat(failure.getMessage())
            .contains("bedrock:ListModelInvocationJobs", "request id 0");
      }
      assertThat(emulator.log().requests()).hasSize(2);
    }
  }

  @Test
  void nobodyListens() throws SQLException, IOException {
    final int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    final SQLException failure = failure(url("http://127.0.0.1:" + port, "user=u;password=p"), SQL);
    assertThat(failure.getSQLState()).isEqualTo("08001");
    assertThat(failure instanceof SQLNonTransientConnectionException).isTrue();
    assertThat(failure.getMessage())
        .contains("no connection could be made", "127.0.0.1:" + port, "after 2 attempts");
  }

  @Test
  void hostThatDoesNotExist() throws SQLException {
    final SQLException failure = failure(url("https://bedrock.invalid", "user=u;password=p"), SQL);
    assertThat(failure.getSQLState()).isEqualTo("08001");
    assertThat(failure.getMessage()).contains("the host name is not known", "bedrock.invalid");
  }

  @Test
  void serviceThatSpeaksNoTls() throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(1)) {
      final String endpoint = "https://127.0.0.1:" + emulator.port();
      final SQLException failure = failure(url(endpoint, "user=u;password=p"), SQL);
      assertThat(failure.getSQLState()).isEqualTo("08001");
      assertThat(failure.getMessage()).contains("127.0.0.1:" + emulator.port());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SQL, "SELECT COUNT(*) FROM jobs"})
  void serviceThatDoesNotAnswer(String sql) throws SQLException {
    try (BedrockEmulator emulator = Urls.emulatorWith(1);
        Connection connection =
            DriverManager.getConnection(Urls.of(emulator) + ";requestTimeout=1;maxAttempts=2")) {
      emulator.inject(new Fault.Hang(), 2);
      final SQLException failure = Answered.failureOf(connection, sql);
      assertThat(failure.getSQLState()).isEqualTo("08006");
      assertThat(failure.getMessage()).contains("no response within 1 s", "after 2 attempts");
      emulator.awaitOpenExchanges(0);
      assertThat(emulator.log().requests()).hasSize(2).allMatch(each -> each.aborted());
      assertThat(Answered.to(connection, SQL).rows()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SQL,
        "SELECT job_arn, COUNT(*) FROM jobs GROUP BY job_arn",
        "SELECT job_arn, message FROM jobs WHERE status = 'Failed'"
      })
  void moreRequestsThanAllowed(String sql) throws SQLException {
    try (BedrockEmulator emulator = BedrockEmulator.builder().jobs(JobFixture.of(200, 3)).start();
        Connection connection =
            DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10;maxRequests=3")) {
      final SQLException failure = Answered.failureOf(connection, sql);
      assertThat(failure.getSQLState()).isEqualTo("54000");
      assertThat(failure.getErrorCode()).isZero();
      assertThat(failure.getMessage()).contains("maxRequests=3", "raise maxRequests");
      emulator.awaitOpenExchanges(0);
      // one that is under way beside the refused one may end before it arrives
      assertThat(emulator.log().requests()).hasSizeBetween(sql.contains("message") ? 1 : 3, 3);
      assertThat(Answered.to(connection, SQL + " LIMIT 25").rows()).hasSize(25);
    }
  }
}
