package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.Job;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several regions and accounts in one query. */
class SourcesTest extends SourcesFixture {
  @Test
  void regionsAreAskedTogetherAndEachRowTellsItsOwn() throws SQLException {
    try (Connection connection = connect("profile=one;region=us-east-1,eu-west-1")) {
      assertThat(Answered.to(connection, ALL).rows())
          .containsExactlyInAnyOrderElementsOf(arns(SourcesFixture::isDemo));
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
