package io.github.bedrockjdbc.clients.large;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.jdbc.JdbcIO;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

/** A pipeline of Beam that reads jobs. */
class BeamIT {
  /** A class, as Beam looks for the type of its result; a lambda has none. */
  private static final class FirstColumn implements JdbcIO.RowMapper<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String mapRow(ResultSet row) throws SQLException {
      return row.getString(1);
    }
  }

  @Test
  void aPipelineReadsTheRowsOfAStatement() {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final Pipeline pipeline = Pipeline.create();
      final PCollection<String> failed =
          pipeline.apply(
              JdbcIO.<String>read()
                  .withDataSourceConfiguration(
                      JdbcIO.DataSourceConfiguration.create(
                              "io.github.bedrockjdbc.driver.BedrockDriver",
                              emulator.jdbcUrl() + ";readMessages=false")
                          .withUsername(BedrockEmulator.DEMO_ACCESS_KEY_ID)
                          .withPassword(BedrockEmulator.DEMO_SECRET_ACCESS_KEY))
                  .withQuery("SELECT job_arn FROM jobs WHERE status = ?")
                  .withStatementPreparator(statement -> statement.setString(1, "Failed"))
                  .withRowMapper(new FirstColumn()));
      PAssert.thatSingleton(failed.apply(Count.globally())).isEqualTo(272L);
      pipeline.run().waitUntilFinish();
      assertThat(emulator.log().lines())
          .containsExactly("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed");
    }
  }
}
