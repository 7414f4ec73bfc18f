package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each call of RAND() is a number of its own in each row, and stays what it is. */
class RandomTest {
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(50);
  @AutoClose private final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT COUNT(*) FROM jobs WHERE RAND() = RAND(); 0",
        "SELECT COUNT(DISTINCT x) FROM (SELECT RAND() AS x FROM jobs) t; 50",
        "SELECT COUNT(DISTINCT x), SUM(CASE WHEN x = y THEN 1 ELSE 0 END), SUM(CASE WHEN x = z THEN"
            + " 1 ELSE 0 END) FROM (SELECT x, x AS y, RAND() AS z FROM (SELECT RAND() AS x FROM"
            + " jobs) t) u; 50|50|0",
        "SELECT COUNT(DISTINCT x) FROM (SELECT (SELECT RAND()) AS x FROM jobs) t; 1",
        "SELECT COUNT(*) FROM jobs WHERE RAND_INTEGER(1000000000) = RAND_INTEGER(1000000000); 0",
        "SELECT COUNT(*) FROM jobs WHERE RAND_INTEGER(3) NOT IN (0, 1, 2) OR RAND() >= 1; 0"
      })
  void areNumbersOfTheirOwn(String sql, String row) throws SQLException {
    assertThat(Queries.run(connection, sql)).containsExactly(row);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT x FROM (SELECT RAND() AS x FROM jobs) t WHERE x < 0.5",
        "SELECT x FROM (SELECT job_id, RAND() AS x FROM jobs ORDER BY job_id LIMIT 5) t WHERE x < 1",
        "SELECT x, COUNT(*) FROM (SELECT RAND_INTEGER(3) + 1 AS x FROM jobs) t GROUP BY x"
            + " HAVING x > 1",
        "SELECT a.x FROM (SELECT RAND() AS x FROM jobs) a JOIN (VALUES (0.5)) v(y) ON a.x < v.y",
        "SELECT x FROM (SELECT RAND() AS x FROM jobs UNION ALL SELECT 1) t WHERE x < 0.5"
      })
  void areNoConditionsOutside(String sql) {
    assertThatThrownBy(() -> Queries.run(connection, sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42000"))
        .hasMessageContaining("random column");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH r AS (SELECT RAND() AS x) SELECT a.x - b.x FROM r a, r b",
        "WITH r AS (SELECT job_id, RAND() AS x FROM jobs) SELECT x FROM r UNION ALL SELECT x FROM r",
        "WITH r AS (SELECT RAND_INTEGER(9) AS x), s AS (SELECT x + 1 AS y FROM r)"
            + " SELECT y, (SELECT MAX(x) FROM r) FROM s"
      })
  void areReadInOnePlace(String sql) {
    assertThatThrownBy(() -> Queries.run(connection, sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42000"))
        .hasMessageContaining("WITH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "WITH r AS (SELECT job_id, RAND() AS x FROM jobs) SELECT COUNT(*) FROM r; 50",
        "WITH r AS (SELECT RAND() AS r) SELECT COUNT(*) FROM (SELECT r FROM r WHERE RAND() < 1) t; 1",
        "SELECT COUNT(*), COUNT(DISTINCT x) FROM (SELECT RAND() AS x FROM jobs UNION ALL SELECT"
            + " RAND() FROM jobs) t; 100|100"
      })
  void mayBeReadOnce(String sql, String row) throws SQLException {
    assertThat(Queries.run(connection, sql)).containsExactly(row);
  }
}
