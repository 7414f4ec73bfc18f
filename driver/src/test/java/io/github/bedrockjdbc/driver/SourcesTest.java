package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several regions and accounts in one query. */
class SourcesTest {
  private static final String EAST = "us-east-1";
  private static final String WEST = "eu-west-1";
  private static final String OTHER_ACCOUNT = "210987654321";
  private static final String OTHER_KEY = "AKIAOTHERACCOUNT0000";
  private static final String OTHER_SECRET = "the/other+secret";
  private static final String ALL = "SELECT job_arn, region, account_id FROM jobs";

  @TempDir private Path folder;
  private BedrockEmulator emulator;
  private Map<String, String> properties;

  @BeforeEach
  void start() throws IOException {
    emulator =
        BedrockEmulator.builder()
            .region(EAST, WEST)
            .credentials(OTHER_KEY, OTHER_SECRET, OTHER_ACCOUNT)
            .jobs(JobFixture.of(40, 1))
            .jobs(JobFixture.of(30, 2).in(WEST, BedrockEmulator.DEMO_ACCOUNT))
            .jobs(JobFixture.of(20, 3).in(EAST, OTHER_ACCOUNT))
            .jobs(JobFixture.of(10, 4).in(WEST, OTHER_ACCOUNT))
            .start();
    final Path file = folder.resolve("config");
    Files.writeString(
        file,
        """
        [profile one]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        [profile again]
        aws_access_key_id = %1$s
        aws_secret_access_key = %2$s
        [profile other]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        [profile wrong]
        aws_access_key_id = AKIANOBODY
        aws_secret_access_key = x
        """
            .formatted(
                BedrockEmulator.DEMO_ACCESS_KEY_ID,
                BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
                OTHER_KEY,
                OTHER_SECRET));
    properties =
        Map.of(
            "aws.configFile", file.toString(),
            "aws.sharedCredentialsFile", folder.resolve("none").toString());
    properties.forEach(System::setProperty);
  }

  @AfterEach
  void stop() {
    properties.keySet().forEach(System::clearProperty);
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  private Connection connect(String settings) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:endpoint=" + emulator.endpoint() + ";" + settings);
  }

  private List<String> arns(Predicate<Job> predicate) {
    return emulator.jobs().stream().filter(predicate).map(Job::jobArn).toList();
  }

  private List<String> regionsAsked() {
    final List<String> regions =
        emulator.log().requests().stream().map(RecordedRequest::region).toList();
    emulator.log().clear();
    return regions;
  }

  private static boolean isDemo(Job job) {
    return job.jobArn().contains(":" + BedrockEmulator.DEMO_ACCOUNT + ":");
  }

  @Test
  void regionsAreAskedTogetherAndEachRowTellsItsOwn() throws SQLException {
    try (Connection connection = connect("profile=one;region=us-east-1,eu-west-1")) {
      assertThat(Answered.to(connection, ALL).rows())
          .containsExactlyInAnyOrderElementsOf(arns(SourcesTest::isDemo));
      assertThat(regionsAsked()).containsExactly(EAST, WEST);
      assertThat(
              Answered.to(
                      connection,
                      "SELECT region || ' ' || CAST(COUNT(*) AS VARCHAR) FROM jobs"
                          + " GROUP BY region ORDER BY region")
                  .rows())
          .containsExactly("eu-west-1 30", "us-east-1 40");
    }
  }

  @Test
  void aRegionInTheQueryIsTheOnlyOneAsked() throws SQLException {
    try (Connection connection = connect("profile=one;region=us-east-1,eu-west-1")) {
      assertThat(Answered.to(connection, ALL + " WHERE region = 'eu-west-1'").rows()).hasSize(30);
      assertThat(regionsAsked()).containsExactly(WEST);
      assertThat(Answered.to(connection, ALL + " WHERE region IN ('us-east-1', 'x')").warnings())
          .singleElement()
          .asString()
          .contains("connect with region=x");
      assertThat(regionsAsked()).containsExactly(EAST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void anOrderIsThatOfAllTogether(String pushdown) throws SQLException {
    try (Connection connection =
        connect("profile=one,other;region=us-east-1,eu-west-1;pushdown=" + pushdown)) {
      assertThat(
              Answered.to(connection, ALL + " ORDER BY submit_time DESC, job_arn LIMIT 12 OFFSET 3")
                  .rows())
          .containsExactlyElementsOf(
              emulator.jobs().stream()
                  .sorted(
                      Comparator.comparing(Job::submitTime).reversed().thenComparing(Job::jobArn))
                  .skip(3)
                  .limit(12)
                  .map(Job::jobArn)
                  .toList());
      assertThat(regionsAsked()).containsExactlyInAnyOrder(EAST, EAST, WEST, WEST);
    }
  }

  @Test
  void profilesAreAccounts() throws SQLException {
    try (Connection connection = connect("profile=one,other;region=us-east-1")) {
      assertThat(Answered.to(connection, ALL).rows())
          .containsExactlyInAnyOrderElementsOf(arns(job -> job.jobArn().contains(EAST)));
      regionsAsked();
      final String ofOther = ALL + " WHERE account_id = '" + OTHER_ACCOUNT + "'";
      assertThat(Answered.to(connection, ofOther).rows()).hasSize(20);
      assertThat(regionsAsked()).as("accounts are known by now").containsExactly(EAST);
      assertThat(Answered.to(connection, "SELECT account_name FROM sources").rows())
          .containsExactly("profile one", "profile other");
    }
  }

  @Test
  void theSessionTellsSettingsAndCredentialsButNoSecret() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            Urls.of(emulator) + ";pageSize=7;requestTimeout=3;onUnreachable=SKIP")) {
      Answered.to(connection, ALL);
      final List<String> session =
          Answered.to(connection, "SELECT name || '=' || COALESCE(setting, '-') FROM session")
              .rows();
      assertThat(session)
          .contains(
              "region=us-east-1",
              "pageSize=7",
              "requestTimeout=3",
              "onUnreachable=skip",
              "maxAttempts=5",
              "password=***",
              "profile=-")
          .noneMatch(row -> row.contains(BedrockEmulator.DEMO_SECRET_ACCESS_KEY))
          .anyMatch(row -> row.matches("credentials of region us-east-1=.*user.*"));
    }
  }

  @Test
  void twoProfilesOfOneAccountGiveEachJobOnce() throws SQLException {
    try (Connection connection = connect("profile=one,again;region=us-east-1")) {
      assertThat(Answered.to(connection, ALL).rows()).hasSize(40).doesNotHaveDuplicates();
    }
  }

  @Test
  void aMessageIsReadWhereItsJobIs() throws SQLException {
    try (Connection connection =
        connect("profile=one,other;region=us-east-1,eu-west-1;maxAttempts=1")) {
      final List<String> failed =
          arns(job -> job.status().equals("Failed") && job.message() != null);
      assertThat(
              Answered.to(connection, "SELECT job_arn, message FROM jobs WHERE message IS NOT NULL")
                  .rows())
          .containsExactlyInAnyOrderElementsOf(failed);
    }
  }

  @Test
  void aKeyIsLookedUpWhereItIs() throws SQLException {
    final String arn = arns(job -> job.jobArn().contains(WEST) && isDemo(job)).get(0);
    try (Connection connection = connect("profile=one;region=us-east-1,eu-west-1")) {
      assertThat(Answered.to(connection, ALL + " WHERE job_arn = '" + arn + "'").rows())
          .containsExactly(arn);
      assertThat(regionsAsked()).containsExactly(WEST);
      assertThat(
              Answered.to(
                      connection,
                      ALL + " WHERE job_arn = '" + arn.replace(WEST, "ap-south-1") + "'")
                  .warnings())
          .singleElement()
          .asString()
          .contains("region=ap-south-1");
      assertThat(regionsAsked()).isEmpty();
    }
  }

  @Test
  void aRegionThatRefusesFailsTheQueryUnlessItIsToBeSkipped() throws SQLException {
    emulator.behave(
        Behavior.standard().with(Knob.LIST_REFUSED, caller -> caller.region().equals(WEST)));
    try (Connection strict = connect("profile=one;region=us-east-1,eu-west-1")) {
      final SQLException failure = Answered.failureOf(strict, ALL);
      assertThat(failure.getSQLState()).isEqualTo("42501");
      assertThat(failure.getMessage()).contains(WEST, "request id");
    }
    try (Connection lenient =
        connect("profile=one;region=us-east-1,eu-west-1;onUnreachable=skip")) {
      final Answered answered = Answered.to(lenient, ALL + " ORDER BY submit_time");
      assertThat(answered.rows()).hasSize(40);
      assertThat(answered.warnings()).singleElement().asString().contains("eu-west-1", "Skipped");
      assertThat(
              Answered.to(
                      lenient,
                      "SELECT state || ' ' || COALESCE(error_type, '-') || ' '"
                          + " || CAST(jobs_read AS VARCHAR) || ' ' || CAST(calls AS VARCHAR)"
                          + " FROM sources ORDER BY region DESC")
                  .rows())
          .containsExactly("ok - 40 1", "skipped AccessDeniedException 0 1");
    }
  }

  @Test
  void anAccountThatIsRefusedIsNamed() throws SQLException {
    try (Connection strict = connect("profile=one,wrong;region=us-east-1")) {
      final SQLException failure = Answered.failureOf(strict, ALL);
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat(failure.getMessage()).contains("profile wrong", EAST, "request id");
    }
    try (Connection lenient = connect("profile=one,wrong;region=us-east-1;onUnreachable=skip")) {
      final Answered answered = Answered.to(lenient, ALL);
      assertThat(answered.rows()).hasSize(40);
      assertThat(answered.warnings()).singleElement().asString().contains("profile wrong");
    }
  }

  @Test
  void aRegionThatHangsIsSkippedWhenItsTimeIsOver() throws SQLException {
    final Fault.Hang hang = new Fault.Hang();
    emulator.injectWhen(request -> request.region().equals(WEST), hang);
    try (Connection connection =
        connect(
            "profile=one;region=us-east-1,eu-west-1;onUnreachable=skip;requestTimeout=1;maxAttempts=1")) {
      final Answered answered = Answered.to(connection, ALL);
      assertThat(answered.rows()).hasSize(40);
      assertThat(answered.warnings()).singleElement().asString().contains("no response within 1 s");
    }
    hang.release();
  }

  @Test
  void notAllMayBeSkipped() throws SQLException {
    emulator.behave(Behavior.standard().with(Knob.LIST_REFUSED, caller -> true));
    try (Connection connection =
        connect("profile=one;region=us-east-1,eu-west-1;onUnreachable=skip")) {
      for (String sql : List.of(ALL, ALL + " ORDER BY submit_time", "SELECT COUNT(*) FROM jobs")) {
        assertThat(Answered.failureOf(connection, sql).getSQLState()).isEqualTo("42501");
      }
    }
  }

  @Test
  void whoAnsweredOnceIsNotSkippedLater() throws SQLException {
    try (Connection connection =
        connect(
            "profile=one;region=us-east-1,eu-west-1;onUnreachable=skip;pageSize=10;maxAttempts=1")) {
      emulator.injectWhen(
          request -> request.region().equals(WEST) && request.parameters().containsKey("nextToken"),
          new Fault.Status(500, "InternalServerException", "no"));
      assertThat(Answered.failureOf(connection, ALL).getSQLState()).isEqualTo("58000");
    }
  }

  @Test
  void allRegionsAreThoseThatKnowTheAccount() throws SQLException {
    try (Connection connection = connect("profile=one;region=all")) {
      final Answered answered = Answered.to(connection, ALL);
      assertThat(answered.rows()).containsExactlyInAnyOrderElementsOf(arns(SourcesTest::isDemo));
      assertThat(answered.warnings()).hasSizeGreaterThan(20).allMatch(w -> w.contains("Skipped"));
      assertThat(Answered.to(connection, "SELECT region FROM sources WHERE state = 'ok'").rows())
          .containsExactlyInAnyOrder(EAST, WEST);
    }
    try (Connection connection = connect("profile=wrong;region=all")) {
      assertThat(Answered.failureOf(connection, ALL).getSQLState()).isEqualTo("28000");
    }
  }

  @Test
  void patternsAndExceptionsChooseAmongTheRegionsThatThereAre() throws SQLException {
    final String regions = "SELECT region FROM sources";
    try (Connection connection = connect("profile=one;region=us-*,eu-west-*,-us-west-*")) {
      assertThat(Answered.to(connection, regions).rows())
          .containsExactly("us-east-1", "us-east-2", "eu-west-1", "eu-west-2", "eu-west-3");
      final Answered answered = Answered.to(connection, ALL);
      assertThat(answered.rows()).containsExactlyInAnyOrderElementsOf(arns(SourcesTest::isDemo));
      assertThat(answered.warnings()).hasSize(3).allMatch(w -> w.contains("Skipped"));
      emulator.log().clear();
      for (String asked :
          List.of("region = 'eu-west-1'", "region LIKE 'eu-%' AND region NOT IN ('eu-west-2')")) {
        Answered.to(connection, ALL + " WHERE " + asked);
        assertThat(regionsAsked()).contains(WEST).doesNotContain(EAST, "eu-west-2");
      }
      assertThat(Answered.to(connection, ALL + " WHERE region = 'us-west-2'").warnings())
          .singleElement()
          .asString()
          .contains("connect with region=us-west-2");
    }
    try (Connection connection = connect("profile=one;region=all,-eu-west-1")) {
      assertThat(Answered.to(connection, regions).rows()).doesNotContain(WEST).contains(EAST);
      assertThat(Answered.to(connection, ALL).rows()).hasSize(40);
      assertThat(
              Answered.to(connection, "SELECT setting FROM session WHERE name = 'region'").rows())
          .containsExactly("all,-eu-west-1");
    }
  }

  /** Only those that a pattern brought need not know the account. */
  @Test
  void aRegionThatIsNamedBesideAPatternMustAnswer() throws SQLException {
    try (Connection connection = connect("profile=one;region=us-west-2,us-*")) {
      assertThat(Answered.failureOf(connection, ALL).getSQLState()).isEqualTo("28000");
    }
  }

  @Test
  void aPatternOrAnExceptionThatMeansNothingIsRefused() throws SQLException {
    assertThatThrownBy(() -> connect("profile=one;region=us-wset-*").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("did you mean 'us-west-*'?");
    try (Connection connection = connect("profile=one;region=all,-us-gov-west-1")) {
      final SQLException failure = Answered.failureOf(connection, ALL);
      assertThat(failure.getSQLState()).isEqualTo("08001");
      assertThat(failure.getMessage()).contains("did you mean '-us-west-1'?");
    }
  }

  @Test
  void onlySoManyAreAskedAtOnceAsAllowed() throws Exception {
    for (int parallelism : new int[] {1, 2, 4}) {
      try (Connection connection =
          connect("profile=one,other;region=us-east-1,eu-west-1;parallelism=" + parallelism)) {
        final List<Fault.Hang> hangs = Stream.generate(Fault.Hang::new).limit(parallelism).toList();
        hangs.forEach(hang -> emulator.inject(hang, 1));
        final CompletableFuture<Integer> rows =
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return Answered.to(connection, ALL + " ORDER BY submit_time").rows().size();
                  } catch (SQLException e) {
                    throw new IllegalStateException(e);
                  }
                });
        emulator.awaitOpenExchanges(parallelism);
        assertThat(rows).isNotDone();
        hangs.forEach(Fault.Hang::release);
        assertThat(rows.get()).isEqualTo(100);
      }
    }
  }
}
