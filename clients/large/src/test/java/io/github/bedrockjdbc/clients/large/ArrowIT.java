package io.github.bedrockjdbc.clients.large;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.apache.arrow.adapter.jdbc.ArrowVectorIterator;
import org.apache.arrow.adapter.jdbc.JdbcToArrow;
import org.apache.arrow.adapter.jdbc.JdbcToArrowConfig;
import org.apache.arrow.adapter.jdbc.JdbcToArrowConfigBuilder;
import org.apache.arrow.adapter.jdbc.JdbcToArrowUtils;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.Test;

/** Arrow's vectors of rows. */
class ArrowIT {
  @Test
  void rowsBecomeVectors() throws Exception {
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection connection =
            DriverManager.getConnection(emulator.jdbcUrlWithLogin() + ";readMessages=false");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM jobs WHERE status = 'Failed'");
        BufferAllocator memory = new RootAllocator()) {
      final JdbcToArrowConfig config =
          new JdbcToArrowConfigBuilder(memory, JdbcToArrowUtils.getUtcCalendar(), false)
              .setTargetBatchSize(100)
              .build();
      int rows = 0;
      try (ArrowVectorIterator batches = JdbcToArrow.sqlToArrowVectorIterator(result, config)) {
        while (batches.hasNext()) {
          try (VectorSchemaRoot batch = batches.next()) {
            rows += batch.getRowCount();
            assertThat(batch.getVector("status").getObject(0)).hasToString("Failed");
            assertThat(batch.getVector("submit_time").getObject(0)).isNotNull();
          }
        }
      }
      assertThat(rows).isEqualTo(272);
      assertThat(emulator.log().lines())
          .containsExactly("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed");
    }
  }
}
