package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many rows {@code LIMIT ?} and {@code OFFSET ?} leave is not known before the values are. */
class LimitParametersTest {
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(5);
  @AutoClose private final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT EXISTS (SELECT 1 FROM (VALUES (1)) t(x) LIMIT ?); 0; false",
        "SELECT EXISTS (SELECT 1 FROM (VALUES (1)) t(x) LIMIT ?); 1; true",
        "SELECT EXISTS (SELECT 1 FROM (VALUES (1)) t(x) OFFSET ?); 1; false",
        "SELECT COUNT(*) FROM jobs WHERE EXISTS (SELECT MAX(x) FROM (VALUES (1)) t(x) OFFSET ?);"
            + " 1; 0",
        "SELECT COUNT(*) FROM jobs WHERE NOT EXISTS (SELECT 1 FROM (VALUES (1)) t(x) LIMIT ?);"
            + " 0; 5"
      })
  void mayLeaveNone(String sql, int rows, String answer) throws SQLException {
    assertThat(Queries.run(connection, sql, rows)).containsExactly(answer);
  }
}
