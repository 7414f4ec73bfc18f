package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever goes wrong with the request for one row's details, first, middle or last: the other
 * columns of that row and all other rows are as they would be, or the statement fails and says why.
 */
class DetailFaultsTest {
  private static final String FAILS = "58000";
  private static final String LOST = "08006|08S01";

  private static BedrockEmulator emulator;
  private static int pageSize = 500;

  /**
   * What is read.
   *
   * @param batch rows that one request tells of
   */
  private enum Reading {
    MANIFESTS(
        "SELECT job_arn, usage_state, output_tokens, manifest_total_records, job_name, tags_state,"
            + " tags FROM job_details WHERE status = 'Completed' ORDER BY submit_time DESC LIMIT 9",
        1,
        "GetObject",
        "manifest.json.out"),
    TAGS(
        "SELECT job_arn, tags_state, tags, job_name, manifest_uri FROM job_details"
            + " ORDER BY submit_time DESC LIMIT 250",
        100,
        "GetResources",
        "Reading the tags of ");

    private final String sql;
    private final int batch;
    private final String operation;
    private final String failed;

    Reading(String sql, int batch, String operation, String failed) {
      this.sql = sql;
      this.batch = batch;
      this.operation = operation;
      this.failed = failed;
    }

    /** In the request that tells of a row; its ARN is in tagging's body, its id in S3's path. */
    void inject(String row, Fault fault) {
      final String arn = row.split("\\|")[0];
      final String folder = arn.substring(arn.lastIndexOf('/')) + "/manifest";
      emulator.injectWhen(
          request ->
              this == TAGS ? request.body().contains(arn) : request.rawPath().contains(folder),
          fault);
    }

    /** The rows as they should be where the request that tells of one of them fails. */
    List<String> without(List<String> rows, int odd, String state) {
      final String pattern = this == TAGS ? "\\|read\\|[^|]*" : "\\|read\\|[^|]*\\|[^|]*";
      final String unknown = "|" + state + (this == TAGS ? "|null" : "|null|null");
      return IntStream.range(0, rows.size())
          .mapToObj(
              row ->
                  row / batch == odd / batch
                      ? rows.get(row).replaceFirst(pattern, Matcher.quoteReplacement(unknown))
                      : rows.get(row))
          .toList();
    }
  }

  /**
   * A request for details that fails in all attempts.
   *
   * @param ofManifest the state of the row, or the SQLState of the statement
   * @param ofTags the same of the rows of the batch
   */
  private enum Case {
    THROTTLED(new Fault.Throttle(), "53300", "53300"),
    INTERNAL_ERROR(status(500, "InternalError"), FAILS, FAILS),
    UNAVAILABLE(status(503, "ServiceUnavailable"), FAILS, FAILS),
    GATEWAY(new Fault.ProxyPage(502), FAILS, FAILS),
    RESET(new Fault.Reset(false), LOST, LOST),
    RESET_MIDWAY(new Fault.Reset(true), LOST, LOST),
    CLOSED(new Fault.Close(), LOST, LOST),
    CUT_OFF(new Fault.Truncate(), LOST, LOST),
    TRUNCATED_JSON(
        new Fault.Malformed("{\"totalRecordCount\": 1, \"x\": ["), "unreadable", "unreadable"),
    NOT_JSON(new Fault.Malformed("<html></html>"), "unreadable", "unreadable"),
    NO_OBJECT(new Fault.Malformed("[]"), "unreadable", "unreadable"),
    WRONG_SHAPE(
        new Fault.Malformed("{\"totalRecordCount\": {}, \"ResourceTagMappingList\": {}}"),
        "unreadable",
        "unreadable"),
    MORE_BEHIND(
        new Fault.Malformed("{\"totalRecordCount\": 1, \"ResourceTagMappingList\": []} {}"),
        "unreadable",
        "unreadable"),
    NEGATIVE(
        new Fault.Malformed(
            "{\"totalRecordCount\": -1, \"ResourceTagMappingList\": [{\"ResourceARN\": 1}]}"),
        "unreadable",
        "unreadable"),
    ACCESS_DENIED(status(403, "AccessDenied"), "denied", "denied"),
    ACCESS_DENIED_EXCEPTION(status(400, "AccessDeniedException"), "denied", "denied"),
    WRONG_SIGNATURE(status(403, "SignatureDoesNotMatch"), "denied", "denied"),
    INVALID_SIGNATURE(status(400, "InvalidSignatureException"), "denied", "denied"),
    UNKNOWN_KEY(status(403, "InvalidAccessKeyId"), "denied", "denied"),
    EXPIRED(status(400, "ExpiredToken"), "28000", "28000"),
    PROXY_REFUSES(new Fault.ProxyPage(403), "unreadable", "unreadable"),
    NO_KEY(status(404, "NoSuchKey"), "missing", "unreadable"),
    NO_BUCKET(status(404, "NoSuchBucket"), "missing", "unreadable"),
    NOT_FOUND(new Fault.ProxyPage(404), "unreadable", "unreadable"),
    INVALID(status(400, "InvalidRequest"), "unreadable", "unreadable"),
    GONE(status(410, "Gone"), "unreadable", "unreadable"),
    ARCHIVED(status(403, "InvalidObjectState"), "unreadable", "unreadable"),
    REDIRECTED(new Fault.Redirect("https://elsewhere.test/"), "elsewhere", "unreadable"),
    EMPTY(new Fault.Custom(200, Map.of(), ""), "unreadable", "unreadable"),
    NO_CONTENT(new Fault.Custom(204, Map.of(), ""), "unreadable", "unreadable");

    private final Fault fault;
    private final String ofManifest;
    private final String ofTags;

    Case(Fault fault, String ofManifest, String ofTags) {
      this.fault = fault;
      this.ofManifest = ofManifest;
      this.ofTags = ofTags;
    }

    private static Fault status(int code, String type) {
      return new Fault.Status(code, type, "No.");
    }
  }

  @BeforeAll
  static void start() {
    emulator = Urls.emulatorWith(250);
    emulator.behave(
        Behavior.standard()
            .with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE)
            .with(TaggingKnob.TAGS, job -> Map.of("id", job.jobId())));
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void aManifestThatFailsTakesNothingElseAway(Case each) throws SQLException {
    check(Reading.MANIFESTS, each.fault, each.ofManifest);
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void aBatchOfTagsThatFailsTakesNothingElseAway(Case each) throws SQLException {
    check(Reading.TAGS, each.fault, each.ofTags);
  }

  private static void check(Reading reading, Fault fault, String outcome) throws SQLException {
    final List<String> right = Queries.run(connect(";maxAttempts=1"), reading.sql);
    for (final int odd : new int[] {0, right.size() / 2, right.size() - 1}) {
      reading.inject(right.get(odd), fault);
      if (outcome.matches("\\d.*")) {
        assertFails(reading, ";maxAttempts=1", outcome);
      } else {
        assertStates(reading, ";maxAttempts=1", reading.without(right, odd, outcome), outcome);
      }
    }
    if (outcome.matches("(08|5).*")) {
      reading.inject(right.get(right.size() / 2), fault);
      assertThat(Queries.run(connect(";maxAttempts=2"), reading.sql)).isEqualTo(right);
      reading.inject(right.get(0), fault);
      assertStates(
          reading,
          ";maxAttempts=1;onUnreachable=skip",
          reading.without(right, 0, "unreadable"),
          "unreadable");
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void anAnswerThatDoesNotComeIsNotAwaitedForever(Reading reading) throws SQLException {
    final List<String> right = Queries.run(connect(";maxAttempts=1"), reading.sql);
    final String impatient = ";maxAttempts=1;requestTimeout=1";
    reading.inject(right.get(right.size() - 1), new Fault.Hang());
    assertFails(reading, impatient, LOST);
    reading.inject(right.get(0), new Fault.Hang());
    assertStates(
        reading,
        impatient + ";onUnreachable=skip",
        reading.without(right, 0, "unreadable"),
        "unreadable");
  }

  /** Connections of other settings share nothing that was read. */
  private static Connection connect(String more) {
    return Urls.connect(emulator, ";readMessages=false;pageSize=" + pageSize++ + more);
  }

  private static void assertFails(Reading reading, String settings, String sqlState)
      throws SQLException {
    try (Connection connection = connect(settings)) {
      final SQLException failure =
          catchThrowableOfType(SQLException.class, () -> Queries.run(connection, reading.sql));
      assertThat(failure.getMessage()).contains(reading.failed, reading.operation);
      assertThat(failure.getSQLState()).as(failure.getMessage()).matches(sqlState);
    }
  }

  private static void assertStates(
      Reading reading, String settings, List<String> expected, String state) throws SQLException {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(reading.sql)) {
      assertThat(Queries.lines(rows)).isEqualTo(expected);
      final SQLWarning warning = statement.getWarnings();
      if (state.equals("missing")) {
        assertThat((Throwable) warning).isNull(); // which is nothing odd
        return;
      }
      final long odd = expected.stream().filter(row -> row.contains("|" + state + "|")).count();
      assertThat(warning.getMessage())
          .startsWith(reading == Reading.TAGS ? "Tags that " : "Manifests ")
          .contains(state.equals("elsewhere") ? "the job's region" : reading.operation)
          .contains(odd == 1 ? "model-invocation-job/" : ", … (" + odd + " in all)");
      assertThat((Throwable) warning.getNextWarning()).isNull();
    }
  }
}
