package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrockjdbc.driver.testing.Cases;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong with the request for one row's details, first, middle or last: the other
 * columns of that row and all other rows are as they would be, or the statement fails and says why.
 */
class DetailFaultsTest {
  private static final String FAILS = "58000";
  private static final String LOST = "08006|08S01";

  private static final Map<String, String> REASONS =
      Map.of("elsewhere", "the job's region", "encrypted", "kms:Decrypt");
  private static final Map<String, Connection> CONNECTIONS = new HashMap<>();

  private static BedrockEmulator emulator;
  private static List<String> manifests;
  private static List<String> tags;
  private static int manifestsRead;
  private static int offset;

  /** What is read: so many rows at once, of which one request tells of a batch. */
  private enum Reading {
    MANIFESTS(
        "SELECT job_arn, usage_state, output_tokens, manifest_total_records, job_name, tags_state,"
            + " tags FROM job_details WHERE status = 'Completed' ORDER BY submit_time DESC"
            + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
        3,
        1,
        "GetObject",
        "manifest.json.out"),
    TAGS(
        "SELECT job_arn, tags_state, tags, job_name, manifest_uri FROM job_details"
            + " ORDER BY submit_time DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
        250,
        100,
        "GetResources",
        "Reading the tags of ");

    private final String sql;
    private final int rows;
    private final int batch;
    private final String operation;
    private final String failed;

    Reading(String sql, int rows, int batch, String operation, String failed) {
      this.sql = sql;
      this.rows = rows;
      this.batch = batch;
      this.operation = operation;
      this.failed = failed;
    }

    /** In the request that tells of a row; its ARN is in tagging's body, its id in S3's path. */
    void inject(String row, Fault fault) {
      final String arn = row.substring(0, row.indexOf('|'));
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
  private record Case(String name, Fault fault, String ofManifest, String ofTags) {
    static final List<Case> ALL =
        List.of(
            new Case("throttled", new Fault.Throttle(), "53300", "53300"),
            new Case("internal error", status(500, "InternalError"), FAILS, FAILS),
            new Case("unavailable", status(503, "ServiceUnavailable"), FAILS, FAILS),
            new Case("gateway", new Fault.ProxyPage(502), FAILS, FAILS),
            new Case("reset", new Fault.Reset(false), LOST, LOST),
            new Case("reset midway", new Fault.Reset(true), LOST, LOST),
            new Case("closed", new Fault.Close(), LOST, LOST),
            new Case("cut off", new Fault.Truncate(), LOST, LOST),
            new Case(
                "truncated json",
                new Fault.Malformed("{\"totalRecordCount\": 1, \"x\": ["),
                "unreadable",
                "unreadable"),
            new Case("not json", new Fault.Malformed("<html></html>"), "unreadable", "unreadable"),
            new Case("no object", new Fault.Malformed("[]"), "unreadable", "unreadable"),
            new Case(
                "wrong shape",
                new Fault.Malformed("{\"totalRecordCount\": {}, \"ResourceTagMappingList\": {}}"),
                "unreadable",
                "unreadable"),
            new Case(
                "more behind",
                new Fault.Malformed("{\"totalRecordCount\": 1, \"ResourceTagMappingList\": []} {}"),
                "unreadable",
                "unreadable"),
            new Case(
                "negative",
                new Fault.Malformed(
                    "{\"totalRecordCount\": -1, \"ResourceTagMappingList\": [{\"ResourceARN\": 1}]}"),
                "unreadable",
                "unreadable"),
            new Case("access denied", status(403, "AccessDenied"), "denied", "denied"),
            new Case(
                "access denied exception",
                status(400, "AccessDeniedException"),
                "denied",
                "denied"),
            new Case("wrong signature", status(403, "SignatureDoesNotMatch"), "denied", "denied"),
            new Case(
                "invalid signature", status(400, "InvalidSignatureException"), "denied", "denied"),
            new Case("unknown key", status(403, "InvalidAccessKeyId"), "denied", "denied"),
            new Case("expired", status(400, "ExpiredToken"), "28000", "28000"),
            new Case("proxy refuses", new Fault.ProxyPage(403), "unreadable", "unreadable"),
            new Case("no key", status(404, "NoSuchKey"), "missing", "unreadable"),
            new Case("no bucket", status(404, "NoSuchBucket"), "missing", "unreadable"),
            new Case("not found", new Fault.ProxyPage(404), "unreadable", "unreadable"),
            new Case("invalid", status(400, "InvalidRequest"), "unreadable", "unreadable"),
            new Case("gone", status(410, "Gone"), "unreadable", "unreadable"),
            new Case("archived", status(403, "InvalidObjectState"), "unreadable", "unreadable"),
            new Case(
                "redirected",
                new Fault.Redirect("https://elsewhere.test/"),
                "elsewhere",
                "unreadable"),
            new Case("empty", new Fault.Custom(200, Map.of(), ""), "unreadable", "unreadable"),
            new Case("no content", new Fault.Custom(204, Map.of(), ""), "unreadable", "unreadable"),
            new Case(
                "key disabled", status(400, "KMS.DisabledException"), "encrypted", "unreadable"),
            new Case(
                "tag without value",
                new Fault.Malformed(
                    "{\"ResourceTagMappingList\": [{\"ResourceARN\": \"x\", \"Tags\": [{\"Key\": \"a\"}]}]}"),
                "unreadable",
                "unreadable"));

    private static Fault status(int code, String type) {
      return new Fault.Status(code, type, "No.");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start() throws SQLException {
    emulator = Urls.emulatorWith(900);
    emulator.behave(
        Behavior.standard()
            .with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE)
            .with(TaggingKnob.TAGS, job -> Map.of("id", job.jobId())));
    try (Connection connection = Urls.connect(emulator, ";readMessages=false;pageSize=1000")) {
      manifests = Queries.run(connection, Reading.MANIFESTS.sql, 0, 1000);
      tags = Queries.run(connection, Reading.TAGS.sql, 0, Reading.TAGS.rows);
    }
  }

  @AfterAll
  static void stop() throws SQLException {
    for (Connection connection : CONNECTIONS.values()) {
      connection.close();
    }
    emulator.close();
  }

  private static Stream<Case> forManifests() {
    return Cases.every(6, Case.ALL);
  }

  /** Others, where not all are tried. */
  private static Stream<Case> forTags() {
    final List<Case> all = new ArrayList<>(Case.ALL);
    Collections.rotate(all, -1);
    return Cases.every(6, all);
  }

  @ParameterizedTest
  @MethodSource("forManifests")
  void aManifestThatFailsTakesNothingElseAway(Case each) throws SQLException {
    check(Reading.MANIFESTS, each.fault, each.ofManifest);
  }

  @ParameterizedTest
  @MethodSource("forTags")
  void aBatchOfTagsThatFailsTakesNothingElseAway(Case each) throws SQLException {
    check(Reading.TAGS, each.fault, each.ofTags);
  }

  private static void check(Reading reading, Fault fault, String outcome) throws SQLException {
    // A source that throttles is asked less often from then on.
    final String once = ";maxAttempts=1" + (fault instanceof Fault.Throttle ? ";pageSize=999" : "");
    for (final int odd : new int[] {0, reading.rows / 2, reading.rows - 1}) {
      final List<String> right = next(reading);
      reading.inject(right.get(odd), fault);
      if (outcome.matches("\\d.*")) {
        assertFails(reading, once, outcome);
      } else {
        assertStates(reading, once, reading.without(right, odd, outcome), outcome);
      }
    }
    if (outcome.matches("(08|5).*")) {
      final List<String> right = next(reading);
      reading.inject(right.get(reading.rows / 2), fault);
      assertThat(Queries.run(connect(";maxAttempts=2"), reading.sql, offset, reading.rows))
          .isEqualTo(right);
      final List<String> skipped = next(reading);
      reading.inject(skipped.get(0), fault);
      assertStates(
          reading,
          once + ";onUnreachable=skip",
          reading.without(skipped, 0, "unreadable"),
          "unreadable");
    }
  }

  /** Rows as they are without a fault; manifests that have not been read, so that they will be. */
  private static List<String> next(Reading reading) {
    if (reading == Reading.TAGS) {
      offset = 0;
      return tags;
    }
    manifestsRead += reading.rows;
    offset = manifestsRead;
    return manifests.subList(offset, offset + reading.rows);
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void anAnswerThatDoesNotComeIsNotAwaitedForever(Reading reading) throws SQLException {
    final String impatient = ";maxAttempts=1;requestTimeout=1";
    reading.inject(next(reading).get(reading.rows - 1), new Fault.Hang());
    assertFails(reading, impatient, LOST);
    final List<String> skipped = next(reading);
    reading.inject(skipped.get(0), new Fault.Hang());
    assertStates(
        reading,
        impatient + ";onUnreachable=skip",
        reading.without(skipped, 0, "unreadable"),
        "unreadable");
  }

  /** Which is about the call, not about the detail. */
  @ParameterizedTest
  @EnumSource(Reading.class)
  void aNetworkTimeoutEndsTheStatementWhateverMayBeSkipped(Reading reading) throws SQLException {
    reading.inject(next(reading).get(0), new Fault.Hang());
    try (Connection connection = Urls.connect(emulator, ";onUnreachable=skip;pageSize=998")) {
      connection.setNetworkTimeout(Runnable::run, 500);
      final SQLException failure =
          catchThrowableOfType(
              SQLException.class, () -> Queries.run(connection, reading.sql, offset, reading.rows));
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("HYT01");
    }
  }

  private static Connection connect(String settings) {
    return CONNECTIONS.computeIfAbsent(
        settings, more -> Urls.connect(emulator, ";readMessages=false" + more));
  }

  private static void assertFails(Reading reading, String settings, String sqlState) {
    final Connection connection = connect(settings);
    final SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> Queries.run(connection, reading.sql, offset, reading.rows));
    assertThat(failure.getMessage()).contains(reading.failed, reading.operation);
    assertThat(failure.getSQLState()).as(failure.getMessage()).matches(sqlState);
  }

  private static void assertStates(
      Reading reading, String settings, List<String> expected, String state) throws SQLException {
    try (PreparedStatement statement = connect(settings).prepareStatement(reading.sql)) {
      statement.setInt(1, offset);
      statement.setInt(2, reading.rows);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(Queries.lines(rows)).isEqualTo(expected);
      }
      final SQLWarning warning = statement.getWarnings();
      if (state.equals("missing")) {
        assertThat((Throwable) warning).isNull(); // which is nothing odd
        return;
      }
      final long odd = expected.stream().filter(row -> row.contains("|" + state + "|")).count();
      assertThat(warning.getMessage())
          .startsWith(reading == Reading.TAGS ? "Tags that " : "Manifests ")
          .contains(REASONS.getOrDefault(state, reading.operation))
          .contains(odd == 1 ? "model-invocation-job/" : ", … (" + odd + " in all)");
      assertThat((Throwable) warning.getNextWarning()).isNull();
    }
  }
}
