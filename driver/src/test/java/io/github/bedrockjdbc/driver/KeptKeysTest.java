package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements with {@code maxAge} that name jobs by keys, which a source may not have. */
@Timeout(60)
class KeptKeysTest {
  private static final String OF_OTHERS =
      "arn:aws:bedrock:us-east-1:999999999999:model-invocation-job/abcdefghijkl";

  @AutoClose
  private static final BedrockEmulator emulator =
      BedrockEmulator.builder()
          .jobs(JobFixture.of(30, 7))
          .jobs(JobFixture.of(20, 8).in("eu-west-1", BedrockEmulator.DEMO_ACCOUNT))
          .start();

  /** What a statement has no need to read answers no other one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "job_arn = 'no ARN'",
        "job_arn IN ('no ARN', '" + OF_OTHERS + "')",
        "job_arn = '" + OF_OTHERS + "' OR status = 'Failed'",
        "job_arn = '" + OF_OTHERS + "' OR job_id = 'none' OR status = 'Failed'",
        "job_arn = 'no ARN' OR submit_time > TIMESTAMP '2025-12-01 00:00:00'",
        "job_arn = (SELECT MIN(job_arn) FROM jobs WHERE region = 'eu-west-1')",
        "job_id IN (SELECT job_id FROM jobs WHERE region = 'eu-west-1' AND status = 'Failed')",
        "job_arn IN (SELECT job_arn FROM jobs WHERE status = 'Stopped') OR status = 'Failed'",
        "account_id = '999999999999' AND job_id = 'abcdefghijkl'"
      })
  void whatNoSourceHasLeavesTheOthersWhole(String where) throws SQLException {
    final String rows = "SELECT job_id FROM jobs WHERE " + where;
    try (Connection asking = connect("");
        Connection keeping = connect(";maxAge=600")) {
      Answered.to(keeping, "SELECT job_id FROM jobs LIMIT 1"); // tells the account
      final Answered first = Answered.to(keeping, rows);

      assertThat(Answered.to(keeping, "SELECT COUNT(*) FROM jobs").rows()).containsExactly("50");
      assertThat(first.rows())
          .containsExactlyInAnyOrderElementsOf(Answered.to(asking, rows).rows());
      assertThat(Answered.to(keeping, rows).rows())
          .containsExactlyInAnyOrderElementsOf(first.rows());
    }
  }

  private static Connection connect(String more) throws SQLException {
    return DriverManager.getConnection(
        Urls.of(emulator) + ";region=us-east-1,eu-west-1;readMessages=false" + more);
  }
}
