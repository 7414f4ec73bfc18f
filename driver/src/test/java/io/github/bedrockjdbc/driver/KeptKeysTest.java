package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements with {@code maxAge} that name jobs by keys, which a source may not have. */
@Timeout(60)
class KeptKeysTest {
  private static final String OF_OTHERS =
      "arn:aws:bedrock:us-east-1:999999999999:model-invocation-job/abcdefghijkl";

  private static final int JOBS = 30;

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(JOBS);

  /** What a statement has no need to read answers no other one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "job_arn = 'no ARN'",
        "job_arn IN ('no ARN', '" + OF_OTHERS + "')",
        "job_arn = '" + OF_OTHERS + "' OR status = 'Failed'",
        "job_arn = '" + OF_OTHERS + "' OR job_id = 'none' OR status = 'Failed'",
        "job_arn = 'no ARN' OR submit_time > TIMESTAMP '2025-12-01 00:00:00'",
        "job_arn = (SELECT '" + OF_OTHERS + "') OR status = 'Failed'",
        "job_arn IN (SELECT '" + OF_OTHERS + "' FROM models) OR job_name LIKE '%nightly%'",
        "job_arn IN (SELECT job_arn FROM jobs WHERE status = 'Stopped') OR status = 'Failed'",
        "account_id = '999999999999' AND job_id = 'abcdefghijkl'"
      })
  void whatNoSourceHasLeavesTheOthersWhole(String where) throws SQLException {
    final String rows = "SELECT job_id FROM jobs WHERE " + where;
    try (Connection asking = Urls.connect(emulator);
        Connection keeping = Urls.connect(emulator)) {
      Answered.to(asking, "SELECT job_id FROM jobs LIMIT 1"); // tells the account
      final List<String> right = Answered.to(asking, rows).rows();
      try (Statement statement = keeping.createStatement()) {
        statement.execute("SET maxAge = 600");
      }
      assertThat(Answered.to(keeping, rows).rows()).containsExactlyInAnyOrderElementsOf(right);
      assertThat(Answered.to(keeping, "SELECT job_id FROM jobs").rows()).hasSize(JOBS);
      assertThat(Answered.to(keeping, rows).rows()).containsExactlyInAnyOrderElementsOf(right);
    }
  }
}
