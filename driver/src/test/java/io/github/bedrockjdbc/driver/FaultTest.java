package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.emulator.http.Operation.GET;
import static io.github.bedrockjdbc.emulator.http.Operation.LIST;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a request, wherever it happens: the right rows, or a failure that says why. */
class FaultTest {
  private static final int JOBS = 50;
  private static final int ATTEMPTS = 2;

  /** One at a time, so that it is known which request meets a fault, and how often. */
  private static final String SETTINGS = ";pageSize=10;parallelism=1;maxAttempts=" + ATTEMPTS;

  /**
   * What goes wrong, and what a client is told of it if it stays wrong.
   *
   * @param isTransient whether it is worth another try
   */
  private record Case(
      Fault fault,
      boolean isTransient,
      String state,
      int vendorCode,
      String reason,
      String origin) {

    /** A connection that is lost after rows were read is one that broke. */
    String state(Place place, Way way) {
      return state.equals("08006") && way.givesRowsBefore(place) ? "08S01" : state;
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case(new Fault.Throttle(), true, "53300", 429, "ThrottlingException", "request id 0"),
          new Case(
              new Fault.Status(500, "InternalServerException", "Sorry."),
              true,
              "58000",
              500,
              "InternalServerException Sorry.",
              "request id 0"),
          new Case(
              new Fault.Status(503, "ServiceUnavailableException", "Later."),
              true,
              "58000",
              503,
              "ServiceUnavailableException Later.",
              "request id 0"),
          new Case(new Fault.ProxyPage(502), true, "58000", 502, "not the service's", "HTTP 502"),
          new Case(new Fault.Reset(true), true, "08006", 0, "connection was lost", "127.0.0.1"),
          new Case(new Fault.Truncate(), true, "08006", 0, "connection was lost", "127.0.0.1"),
          new Case(new Fault.Reset(false), true, "08006", 0, "connection was lost", "127.0.0.1"),
          new Case(new Fault.Close(), true, "08006", 0, "connection was lost", "127.0.0.1"),
          new Case(
              new Fault.Malformed("{\"__type\": \"ThrottlingException\"}"),
              false,
              "58000",
              200,
              "job",
              "request id 0"),
          new Case(
              new Fault.Custom(400, Map.of("x-amzn-ErrorType", ""), "{\"__type\": \"SlowDown\"}"),
              true,
              "53300",
              400,
              "SlowDown",
              "request id 0"),
          new Case(
              new Fault.Custom(200, Map.of("content-length", "99999999999"), "{"),
              false,
              "58000",
              200,
              "the response is larger than",
              "request id 0"),
          new Case(new Fault.ProxyPage(200), false, "58000", 200, "not JSON", "HTTP 200"),
          new Case(
              Fault.Malformed.NOT_JSON, false, "58000", 200, "not JSON at line", "request id 0"),
          new Case(Fault.Malformed.WRONG_SHAPE, false, "58000", 200, "job", "request id 0"),
          new Case(
              new Fault.Malformed(""), false, "58000", 200, "not a JSON object", "request id 0"),
          new Case(
              new Fault.Malformed("[]"), false, "58000", 200, "not a JSON object", "request id 0"),
          new Case(
              new Fault.Status(400, "ValidationException", "Nope."),
              false,
              "HY000",
              400,
              "ValidationException Nope.",
              "request id 0"),
          new Case(
              new Fault.Status(403, "ExpiredTokenException", "Over."),
              false,
              "28000",
              403,
              "ExpiredTokenException Over.",
              "request id 0"),
          new Case(
              new Fault.Redirect("http://127.0.0.1:1/elsewhere"),
              false,
              "58000",
              302,
              "redirect",
              "request id 0"));

  /** Which request it happens to. */
  private enum Place {
    FIRST_PAGE(LIST, 1),
    MIDDLE_PAGE(LIST, 3),
    DETAIL(GET, 2);

    private final Operation operation;
    private final int request;

    Place(Operation operation, int request) {
      this.operation = operation;
      this.request = request;
    }
  }

  private enum Way {
    DIRECT("SELECT job_arn, status FROM jobs", "SELECT job_arn, message FROM jobs"),
    FULL(
        "SELECT job_arn, COUNT(*) FROM jobs GROUP BY job_arn",
        "SELECT job_arn, UPPER(message) FROM jobs");

    private final String list;
    private final String details;

    Way(String list, String details) {
      this.list = list;
      this.details = details;
    }

    /** The aggregate reads all pages first. */
    boolean givesRowsBefore(Place place) {
      return place == Place.DETAIL || (place == Place.MIDDLE_PAGE && this == DIRECT);
    }

    String sql(Place place) {
      return place == Place.DETAIL ? details : list;
    }
  }

  private BedrockEmulator emulator;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(JOBS);
    connection = DriverManager.getConnection(Urls.of(emulator) + SETTINGS);
  }

  @AfterEach
  void connectionIsUsableAndNothingIsLeftOpen() throws SQLException {
    assertThat(Answered.to(connection, "SELECT job_arn FROM jobs").rows())
        .containsExactlyInAnyOrderElementsOf(arns());
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  private List<String> arns() {
    return emulator.jobs().stream().map(Job::jobArn).toList();
  }

  private void inject(Fault fault, Place place, int times) {
    for (int i = 0; i < times; i++) {
      emulator.injectAt(place.operation, place.request, fault);
    }
  }

  private static Stream<Arguments> everyFault() {
    return CASES.stream()
        .flatMap(one -> Arrays.stream(Way.values()).map(way -> Arguments.of(one, way)));
  }

  private static Stream<Arguments> transientFaults() {
    return everyFault().filter(each -> ((Case) each.get()[0]).isTransient);
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void faultThatStaysFailsTheQuery(Case one, Way way) {
    for (Place place : Place.values()) {
      inject(one.fault, place, one.isTransient ? ATTEMPTS : 1);
      final SQLException failure = Answered.failureOf(connection, way.sql(place));
      assertThat(failure.getMessage())
          .startsWith(place == Place.DETAIL ? "Reading arn:aws:bedrock:" : "Listing jobs failed: ")
          .contains(one.reason, one.origin)
          .contains("region us-east-1");
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(one.state(place, way));
      assertThat(failure.getErrorCode()).as(failure.getMessage()).isEqualTo(one.vendorCode);
    }
  }

  @ParameterizedTest
  @MethodSource("transientFaults")
  void faultThatPassesGivesTheRightRows(Case one, Way way) throws SQLException {
    for (Place place : Place.values()) {
      inject(one.fault, place, ATTEMPTS - 1);
      final Answered answered = Answered.to(connection, way.sql(place));
      assertThat(answered.rows()).as(place.name()).containsExactlyInAnyOrderElementsOf(arns());
      assertThat(answered.warnings()).isEmpty();
    }
  }

  @Test
  void resetsForEver() throws SQLException {
    inject(new Fault.Reset(false), Place.MIDDLE_PAGE, 1000);
    final SQLException failure = Answered.failureOf(connection, Way.DIRECT.list);
    assertThat(failure.getSQLState()).isEqualTo("08S01");
    assertThat(failure.getMessage()).contains("the connection was lost", "after 2 attempts");
    assertThat(emulator.log().requests()).hasSize(2 + ATTEMPTS);
    connection.close();
    emulator.close();
    connect();
  }
}
