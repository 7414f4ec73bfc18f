package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subqueries with subqueries, as arguments that are computed in several places. */
class RepeatedSubqueriesTest {
  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();

  /** The least number of the values below each of 2 and 3. */
  private static final String ONE =
      "(SELECT MIN((SELECT COUNT(*) FROM (VALUES 1, 2) v(x) WHERE v.x < w.y)) FROM (VALUES 2, 3) w(y))";

  /** None, as there are no rows. */
  private static final String NONE =
      "(SELECT MIN((SELECT COUNT(*) FROM (VALUES 1, 2) v(x) WHERE v.x < w.y)) FROM (VALUES 2, 3) w(y)"
          + " WHERE w.y > t.z)";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT COALESCE(ONE, -7) FROM (VALUES 9) t(z); 1",
        "SELECT COALESCE(NONE, -7) FROM (VALUES 9) t(z); -7",
        "SELECT COALESCE(NONE, NONE, ONE, 5) FROM (VALUES 9) t(z); 1",
        "SELECT COALESCE(1 + NONE, 1 + ONE, 5) FROM (VALUES 9) t(z); 2",
        "SELECT IFNULL(ONE, -7), NVL(NONE, -7) FROM (VALUES 9) t(z); 1|-7",
        "SELECT {fn IFNULL(ONE, -7)} FROM (VALUES 9) t(z); 1",
        "SELECT NULLIF(ONE, 1), NULLIF(ONE, 0), NULLIF(NONE, 0) FROM (VALUES 9) t(z); null|1|null",
        "SELECT NULLIF(z, ONE), NULLIF(COALESCE(ONE, 2), COALESCE(NONE, 3)) FROM (VALUES 9) t(z); 9|1",
        "SELECT GREATEST(ONE, -7), LEAST(ONE, -7) FROM (VALUES 9) t(z); 1|-7",
        "SELECT CASE ONE WHEN 0 THEN 'a' WHEN 1 THEN 'b' END FROM (VALUES 9) t(z); b",
        "SELECT CASE 1 + ONE WHEN 1 THEN 'a' WHEN 2 THEN 'b' END FROM (VALUES 9) t(z); b",
        "SELECT CASE WHEN NONE IS NULL THEN ONE ELSE NONE END FROM (VALUES 9) t(z); 1",
        "SELECT ONE BETWEEN 1 AND 5, ONE IS DISTINCT FROM NONE FROM (VALUES 9) t(z); true|true",
        "SELECT CONCAT_WS(CAST(ONE AS VARCHAR), 'a', 'b', 'c') FROM (VALUES 9) t(z); a1b1c",
        "SELECT z FROM (VALUES 9) t(z) WHERE COALESCE(NONE, -7) < 0 AND NULLIF(ONE, 2) = 1; 9",
        "SELECT z FROM (VALUES 1, 9) t(z) ORDER BY COALESCE(NONE, -7); 9 1",
        "SELECT z FROM (VALUES 1, 9) t(z) GROUP BY z HAVING COALESCE(NONE, -7) > 0; 1",
        "SELECT SUM(COALESCE(NONE, -7)), COALESCE(SUM(NONE), 0) FROM (VALUES 1, 9) t(z); -6|1",
        "SELECT COALESCE((SELECT MAX(COALESCE(ONE, a)) FROM (VALUES 2) u(a)), 0) FROM (VALUES 9) t(z);"
            + " 1",
        "SELECT COALESCE((SELECT m FROM (SELECT MAX(COALESCE(ONE, a)) AS m FROM (VALUES 2) u(a)) q), 0)"
            + " FROM (VALUES 9) t(z); 1",
        "SELECT COALESCE((SELECT COUNT(*) FROM jobs a JOIN jobs b ON a.job_id = b.job_id"
            + " WHERE a.status IN (SELECT c.status FROM jobs c WHERE c.job_id = b.job_id)), 0)"
            + " FROM (VALUES 9) t(z); 6",
      })
  void areComputedForEach(String query, String rows) throws SQLException {
    final String sql = query.replace("NONE", NONE).replace("ONE", ONE);
    assertThat(String.join(" ", Queries.run(Urls.of(emulator), sql))).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COALESCE(EACH, 0) FROM models",
        "SELECT NULLIF(EACH, 0) FROM models",
        "SELECT model_id FROM models WHERE COALESCE(EACH, 0) > 0",
        "SELECT COALESCE((SELECT MAX(EACH) FROM models m WHERE m.model_id = n.model_id), 0)"
            + " FROM models n",
      })
  void areComputedOnceIfTheyAreEqual(String query) throws SQLException {
    final String each =
        "(SELECT MIN((SELECT COUNT(*) FROM jobs a WHERE a.status = b.status)) FROM jobs b)";
    assertThat(Queries.run(Urls.of(emulator), "EXPLAIN PLAN FOR " + query.replace("EACH", each)))
        .filteredOn(line -> line.contains("Scan jobs"))
        .hasSize(2);
  }
}
