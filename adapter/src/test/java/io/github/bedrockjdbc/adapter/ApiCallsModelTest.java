package io.github.bedrockjdbc.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calls in plain Calcite, where nobody numbers connections and queries. */
class ApiCallsModelTest {
  @Test
  void callsAreShownWithoutNumbers() throws SQLException {
    try (BedrockEmulator emulator = Emulated.jobs(30);
        Connection connection = ModelFileTest.connect(Emulated.settings(emulator));
        Statement statement = connection.createStatement()) {
      try (ResultSet jobs = statement.executeQuery("SELECT job_id FROM jobs")) {
        assertThat(jobs.next()).isTrue();
      }
      try (ResultSet calls = statement.executeQuery("SELECT * FROM api_calls")) {
        assertThat(calls.next()).isTrue();
        assertThat(calls.getObject("connection_id")).isNull();
        assertThat(calls.getObject("query_id")).isNull();
        assertThat(calls.getString("parameters")).isEqualTo("maxResults=1000");
        assertThat(calls.getInt("result_rows")).isEqualTo(30);
        assertThat(calls.getString("request_id"))
            .isEqualTo(emulator.log().requests().get(0).requestId());
        assertThat(calls.next()).isFalse();
      }
      try (ResultSet tables =
          connection
              .getMetaData()
              .getTables(null, "bedrock", null, new String[] {"SYSTEM TABLE"})) {
        final List<String> names = new ArrayList<>();
        while (tables.next()) {
          names.add(tables.getString("TABLE_NAME"));
        }
        assertThat(names).containsExactlyInAnyOrder("api_calls", "session", "sources");
      }
    }
  }
}
