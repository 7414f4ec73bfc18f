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

/**
 * Aggregate functions over rows, no rows, and nulls. The values are PostgreSQL's where it has any.
 */
class AggregatesTest {
  /** x: 3, 1, 3, 1, null; s: c, a, c, null, b. */
  private static final String ROWS =
      " FROM (VALUES (3, 'c'), (1, 'a'), (3, 'c'), (1, CAST(NULL AS VARCHAR)),"
          + " (CAST(NULL AS INTEGER), 'b')) t(x, s)";

  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  private static void assertRows(String sql, String rows) throws SQLException {
    assertThat(String.join(" ", Queries.run(connection, sql))).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "COUNT(*); 5; 0",
        "COUNT(x); 4; 0",
        "COUNT(DISTINCT x); 2; 0",
        "COUNT(DISTINCT (x, s)); 4; 0",
        "SUM(x); 8; null",
        "SUM(DISTINCT x); 4; null",
        "AVG(x); 2.0; null",
        "MIN(s); a; null",
        "MAX(x); 3; null",
        "EVERY(x > 1); false; null",
        "BOOL_AND(x > 0); true; null",
        "BOOL_OR(x > 2); true; null",
        "SOME(x > 3); false; null",
        "ANY_VALUE(x); 3; null",
        "BIT_AND(x); 1; null",
        "BIT_OR(x); 3; null",
        "BIT_XOR(x); 0; null",
        "ARG_MIN(s, x); a; null",
        "MAX_BY(x, s); 3; null",
        "VAR_POP(x); 1.0; null",
        "VAR_SAMP(x); 1.3333333333333333; null",
        "VARIANCE(x); 1.3333333333333333; null",
        "STDDEV_POP(x); 1.0; null",
        "STDDEV(x); 1.1547005383792515; null",
        "COVAR_POP(x, 2 * x); 2.0; null",
        "COVAR_SAMP(x, 2 * x); 2.6666666666666665; null",
        "CORR(x, 5 - x); -1.0; null",
        "REGR_SLOPE(2 * x + 1, x); 2.0; null",
        "REGR_INTERCEPT(2 * x + 1, x); 1.0; null",
        "REGR_R2(2 * x + 1, x); 1.0; null",
        "REGR_AVGX(1, x); 2.0; null",
        "REGR_AVGY(1, x); 1.0; null",
        "REGR_SXX(1, x); 4.0; null",
        "REGR_SYY(x, 1); 4.0; null",
        "REGR_SXY(x, 2 * x); 8.0; null",
        "REGR_COUNT(x, 1); 4; 0",
        "CORR(x, 1); null; null",
        "MEDIAN(x); 2.0; null",
        "PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY x); 1.0; null",
        "PERCENTILE_CONT(0.4) WITHIN GROUP (ORDER BY x DESC); 2.5999999999999996; null",
        "PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY x); 1; null",
        "PERCENTILE_DISC(0.6) WITHIN GROUP (ORDER BY x); 3; null",
        "REGR_R2(2, x); 1.0; null",
        "STRING_AGG(s, CAST(NULL AS VARCHAR) ORDER BY s); abcc; null",
        "STRING_AGG(DISTINCT s, ',' ORDER BY s DESC) FILTER (WHERE x < 5); c,a; null",
        "PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY s DESC); c; null",
        "MODE() WITHIN GROUP (ORDER BY x); 1; null",
        "MODE() WITHIN GROUP (ORDER BY x DESC); 3; null",
        "MODE(s); c; null",
        "LISTAGG(s, '-') WITHIN GROUP (ORDER BY s); a-b-c-c; null",
        "LISTAGG(DISTINCT s) WITHIN GROUP (ORDER BY s DESC); c,b,a; null",
        "STRING_AGG(s, '' ORDER BY s DESC, x); ccba; null",
        "STRING_AGG(DISTINCT s, ', ' ORDER BY s); a, b, c; null",
        "JSON_ARRAYAGG(s ORDER BY s); '[\"a\",\"b\",\"c\",\"c\"]'; null",
        "JSON_OBJECTAGG(KEY 'k' VALUE 1); {\"k\":1}; null",
        "SUM(x) FILTER (WHERE s = 'c'); 6; null",
        "COUNT(DISTINCT x) FILTER (WHERE s IS NULL); 1; 0",
        "LISTAGG(s) WITHIN GROUP (ORDER BY s) FILTER (WHERE x > 1); c,c; null",
        "MEDIAN(x) FILTER (WHERE s = 'c'); 3.0; null",
      })
  void ofRowsAndOfNone(String function, String ofRows, String ofNone) throws SQLException {
    assertRows("SELECT " + function + ROWS, ofRows);
    assertRows("SELECT " + function + ROWS + " WHERE x > 5", ofNone);
    assertRows("SELECT " + function + " FROM (SELECT *" + ROWS + " WHERE x > 5) u", ofNone);
    assertRows("SELECT " + function + ROWS + " WHERE x > 5 GROUP BY s", "");
    if (ofNone.equals("null")) { // simplification believes what types say
      assertRows("SELECT " + function + " IS NULL" + ROWS + " WHERE x > 5", "true");
      assertRows("SELECT " + function + " IS NULL" + ROWS + " WHERE 1 = 0", "true");
      assertRows(
          "SELECT COUNT(*) FROM (SELECT "
              + function
              + " r"
              + ROWS
              + " WHERE x > 5) u"
              + " WHERE r IS NULL",
          "1");
      if (!function.matches(".*FILTER.*|JSON_.*")) {
        assertRows(
            "SELECT " + function + " FILTER (WHERE x > 5) IS NULL" + ROWS + " GROUP BY ()", "true");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "VAR_SAMP(x); null",
        "STDDEV_POP(x); 0.0",
        "COVAR_SAMP(x, x); null",
        "COVAR_POP(x, x); 0.0",
        "CORR(x, x); null",
        "MEDIAN(x); 7.0",
      })
  void ofOneRow(String function, String value) throws SQLException {
    assertRows("SELECT " + function + " FROM (VALUES 7) t(x)", value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "VAR_POP(x); 0.6666666666666666",
        "VAR_POP(CAST(x AS DOUBLE)); 0.6666666666666666",
        "STDDEV(x); 1.0",
        "REGR_SXX(1, x); 2.0",
      })
  void differencesOfLargeNumbersAreKept(String function, String value) throws SQLException {
    assertRows(
        "SELECT " + function + " FROM (VALUES 1000000001, 1000000002, 1000000003) t(x)", value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SUM(x) FROM (VALUES 9223372036854775807, 9223372036854775807, -9223372036854775807) t(x);"
            + " 9223372036854775807",
        "AVG(x) FROM (VALUES 9223372036854775807, 9223372036854775807) t(x); 9.223372036854776E18",
        "COUNT(DISTINCT x) FROM (VALUES 1.0, 1.00, 2) t(x); 2",
        "ARG_MIN(x, y) FROM (VALUES (CAST(NULL AS INTEGER), 1), (5, 2)) t(x, y); null",
        "VAR_POP(x) FROM (VALUES 9007199254740992, 9007199254740993) t(x); 0.25",
        "COUNT(*) FROM (SELECT DISTINCT ROW(x, y) FROM (VALUES (1, 2), (1, 2), (1, NULL)) t(x, y)) u;"
            + " 2",
      })
  void isRight(String query, String value) throws SQLException {
    assertRows("SELECT " + query, value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "COALESCE(LISTAGG(s), 'none'); none",
        "COALESCE(STRING_AGG(s, ','), 'none'); none",
        "COALESCE(ARG_MAX(s, x), 'none'); none",
        "COALESCE(MODE(s), 'none'); none",
        "COALESCE(JSON_ARRAYAGG(s), 'none'); none",
        "COALESCE(PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY x), 9); 9",
        "COALESCE(SUM(x), 9) + COUNT(*); 9",
      })
  void nothingIsReplaced(String expression, String value) throws SQLException {
    assertRows("SELECT " + expression + ROWS + " WHERE x > 5", value);
  }
}
