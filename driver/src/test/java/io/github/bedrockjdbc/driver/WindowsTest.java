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

/** Window functions in frames of every kind. The values are PostgreSQL's where it has any. */
class WindowsTest {
  /** In the order of x, whose third and fourth values are equal and whose last is null. */
  private static final String ROWS =
      " FROM (VALUES (1, 10), (2, CAST(NULL AS INTEGER)), (3, 30), (3, 5), (8, 7),"
          + " (CAST(NULL AS INTEGER), 9)) t(x, y)";

  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  /** Of v(x), which is 1, 2 and 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ROW_NUMBER() OVER (ORDER BY (SELECT MAX(n) FROM (SELECT ROW_NUMBER() OVER (ORDER BY y) AS n"
            + " FROM (VALUES 1, 2, 3) w(y) WHERE y > v.x) b) DESC, x); 2 3 1",
        "COUNT(*) OVER (PARTITION BY x IN (SELECT RANK() OVER (ORDER BY y) FROM (VALUES 1, 2)"
            + " w(y))); 2 2 1",
        "SUM(x) OVER (ORDER BY (SELECT RANK() OVER (ORDER BY y) - v.x FROM (VALUES 1) w(y))"
            + " RANGE 1 PRECEDING); 3 5 3",
        "SUM(x) OVER w; 1 3 5",
        "SUM(x) OVER w + COUNT(*) OVER w; 2 5 7",
        "SUM(x) OVER (u ROWS UNBOUNDED PRECEDING); 6 5 3",
        "SUM(MAX(x)) OVER (ORDER BY MAX(x) + (SELECT RANK() OVER (ORDER BY y) FROM (VALUES 1) w(y)));"
            + " 1 3 6",
      })
  void haveSubqueriesWithWindowsInTheirKeys(String column, String values) throws SQLException {
    assertThat(
            Queries.run(
                connection,
                "SELECT "
                    + column
                    + " FROM (VALUES 1, 2, 3) v(x)"
                    + (column.contains("MAX(x)") ? " GROUP BY x" : "")
                    + " WINDOW u AS (ORDER BY (SELECT -v.x)), w AS (ORDER BY (SELECT RANK() OVER"
                    + " (ORDER BY y) + v.x FROM (VALUES 1) w(y)) ROWS 1 PRECEDING) ORDER BY x"))
        .containsExactly(values.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ORDER BY 2 RANGE BETWEEN 1 PRECEDING AND 3 FOLLOWING",
        "ORDER BY c RANGE BETWEEN 200 PRECEDING AND CURRENT ROW",
        "PARTITION BY c ORDER BY c DESC RANGE BETWEEN CURRENT ROW AND 0 FOLLOWING",
        "ORDER BY n RANGE BETWEEN 1 PRECEDING AND UNBOUNDED FOLLOWING",
      })
  void haveAllRowsAtAnyDistanceFromAConstant(String window) throws SQLException {
    assertThat(
            Queries.run(
                connection,
                "SELECT DISTINCT COUNT(*) OVER ("
                    + window
                    + ") FROM (SELECT 2 AS c, CAST(NULL AS INTEGER) AS n"
                    + ROWS
                    + ") q"))
        .containsExactly("6");
  }

  /** What PostgreSQL does not have in windows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"COUNT(DISTINCT w)   ; 1", "FIRST_VALUE(w) IGNORE NULLS ; 7"})
  void areAsTheyAreWrittenOverAConstant(String function, String value) throws SQLException {
    assertThat(
            Queries.run(
                connection,
                "SELECT DISTINCT "
                    + function
                    + " OVER (ORDER BY 3 RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING)"
                    + " FROM (VALUES (NULL), (7), (7)) v(w)"))
        .containsExactly(value);
  }

  /** One group without GROUP BY is one row. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "FIRST_VALUE(COUNT(*)) OVER (); 6",
        "1 + LAST_VALUE(MAX(y)) OVER (); 31",
        "NTH_VALUE(MIN(x), 1) OVER (); 1",
        "LAG(MAX(x), 1, -1) OVER (ORDER BY 1); -1",
        "LAST_VALUE(COUNT(*) FILTER (WHERE x > 2)) OVER (); 3",
        "LAST_VALUE(SUM(x)) RESPECT NULLS OVER (); 17",
        "CASE WHEN 6 = LAST_VALUE(COUNT(*)) OVER () THEN 1 END; 1",
      })
  void areOfTheOnlyGroup(String column, String value) throws SQLException {
    assertThat(Queries.run(connection, "SELECT " + column + ROWS)).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ROW_NUMBER() OVER (ORDER BY x, y DESC); 1 2 3 4 5 6",
        "RANK() OVER (ORDER BY x); 1 2 3 3 5 6",
        "DENSE_RANK() OVER (ORDER BY x); 1 2 3 3 4 5",
        "PERCENT_RANK() OVER (ORDER BY x); 0.0 0.2 0.4 0.4 0.8 1.0",
        "CUME_DIST() OVER (ORDER BY x > 2); 0.3333333333333333 0.3333333333333333"
            + " 0.8333333333333334 0.8333333333333334 0.8333333333333334 1.0",
        "NTILE(4) OVER (ORDER BY x, y DESC); 1 1 2 2 3 4",
        "LAG(y) OVER (ORDER BY x, y DESC); null 10 null 30 5 7",
        "LAG(y, 1, -1) OVER (ORDER BY x, y DESC); -1 10 null 30 5 7",
        "LEAD(y, 2) OVER (ORDER BY x, y DESC); 30 5 7 9 null null",
        "LAG(y, -1) OVER (ORDER BY x, y DESC); null 30 5 7 9 null",
        "LAG(y, x) OVER (ORDER BY x, y DESC); null null null 10 null null",
        "LAG(y) IGNORE NULLS OVER (ORDER BY x, y DESC); null 10 10 30 5 7",
        "LEAD(y, 2, 0) IGNORE NULLS OVER (ORDER BY x, y DESC); 5 5 7 9 0 0",
        "FIRST_VALUE(y) OVER (ORDER BY x DESC, y); 9 9 9 9 9 9",
        "FIRST_VALUE(y) OVER (ORDER BY x, y DESC ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING);"
            + " null 10 10 null 30 5",
        "FIRST_VALUE(y) IGNORE NULLS OVER (ORDER BY x, y DESC ROWS 1 PRECEDING); 10 10 30 30 5 7",
        "LAST_VALUE(y) OVER (ORDER BY x, y DESC); 10 null 30 5 7 9",
        "LAST_VALUE(y) IGNORE NULLS OVER (ORDER BY x, y DESC); 10 10 30 5 7 9",
        "NTH_VALUE(y, 3) OVER (ORDER BY x, y DESC); null null 30 30 30 30",
        "NTH_VALUE(y, 3) OVER (ORDER BY x, y DESC ROWS 1 PRECEDING); null null null null null null",
        "NTH_VALUE(y, 1) OVER (ORDER BY x, y DESC ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING"
            + " EXCLUDE CURRENT ROW); null 30 5 7 9 null",
        "SUM(y) OVER (ORDER BY x); 10 10 45 45 52 61",
        "SUM(y) OVER (ORDER BY x, y DESC ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING);"
            + " 10 40 35 42 21 16",
        "SUM(y) OVER (ORDER BY x, y DESC ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING);"
            + " 35 12 16 9 null null",
        "SUM(y) OVER (ORDER BY x, y DESC ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING);"
            + " 61 51 51 21 16 9",
        "SUM(y) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING); 10 45 35 35 7 9",
        "SUM(y) OVER (ORDER BY x RANGE BETWEEN 5 FOLLOWING AND 7 FOLLOWING); 7 7 7 7 null 9",
        "SUM(y) OVER (ORDER BY x RANGE BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING);"
            + " 10 45 45 45 52 61",
        "SUM(y) OVER (ORDER BY x ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"
            + " EXCLUDE GROUP); 51 61 26 26 54 52",
        "SUM(y) OVER (ORDER BY x RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES);"
            + " 10 10 40 15 52 61",
        "COUNT(*) OVER (ORDER BY x RANGE BETWEEN CURRENT ROW AND CURRENT ROW EXCLUDE CURRENT ROW);"
            + " 0 0 1 1 0 0",
        "COUNT(DISTINCT x) OVER (ORDER BY x); 1 2 3 3 4 4",
        "SUM(y) OVER (ORDER BY x DESC RANGE BETWEEN 1 PRECEDING AND 0 FOLLOWING);"
            + " 10 35 35 35 7 9",
        "SUM(y) OVER (ORDER BY x DESC RANGE BETWEEN 5 PRECEDING AND 1 FOLLOWING);"
            + " 45 45 42 42 7 9",
        "COUNT(*) OVER (ORDER BY x NULLS FIRST RANGE BETWEEN 2 PRECEDING AND CURRENT ROW);"
            + " 1 2 4 4 1 1",
        "COUNT(*) OVER (ORDER BY x NULLS FIRST RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING);"
            + " 1 2 3 3 5 1",
        "ARG_MAX(y, x) FILTER (WHERE y = 10) OVER (); 10 10 10 10 10 10",
        "COUNT(*) FILTER (WHERE y > 8) OVER (ORDER BY x); 1 1 2 2 2 3",
        "SUM(y) FILTER (WHERE x = 3) OVER (); 35 35 35 35 35 35",
        "MAX(y) FILTER (WHERE x = 4) OVER (); null null null null null null",
        "LISTAGG(CAST(y AS VARCHAR)) OVER (ORDER BY x DESC, y); 9,7,5,30,10 9,7,5,30 9,7,5,30"
            + " 9,7,5 9,7 9",
        "STDDEV_POP(y) OVER (ORDER BY x, y DESC ROWS 1 PRECEDING); 0.0 0.0 0.0 12.5 1.0 1.0",
        "COALESCE(SUM(y) OVER (ORDER BY x, y DESC ROWS BETWEEN 2 PRECEDING AND 2 PRECEDING), -1);"
            + " -1 -1 10 -1 30 5",
        "COALESCE(MIN(x) OVER (ORDER BY x, y DESC ROWS BETWEEN 9 FOLLOWING AND 9 FOLLOWING), -1);"
            + " -1 -1 -1 -1 -1 -1",
        "COALESCE(LAG(y, 1, -1) OVER (ORDER BY x, y DESC), -2); -1 10 -2 30 5 7",
      })
  void inEveryFrame(String function, String values) throws SQLException {
    assertThat(
            String.join(
                " ",
                Queries.run(
                    connection,
                    "SELECT v FROM (SELECT x, y, "
                        + function
                        + " AS v"
                        + ROWS
                        + ") u"
                        + " ORDER BY x, y DESC")))
        .isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "job_name, COUNT(*) OVER (ORDER BY submit_time RANGE BETWEEN INTERVAL '10' HOUR PRECEDING"
            + " AND CURRENT ROW) FROM jobs ORDER BY submit_time;"
            + " job-a|1 job-b|2 job!_1|1 Alpha_1|2 beta|1 later|1",
        "job_name, COUNT(*) OVER (ORDER BY submit_time RANGE BETWEEN INTERVAL '3' MONTH PRECEDING"
            + " AND INTERVAL '1' DAY PRECEDING) FROM jobs ORDER BY submit_time;"
            + " job-a|0 job-b|0 job!_1|0 Alpha_1|0 beta|4 later|0",
        "status, SUM(COUNT(*)) OVER (ORDER BY status), RANK() OVER (ORDER BY COUNT(*) DESC)"
            + " FROM jobs GROUP BY status ORDER BY status;"
            + " Completed|2|1 Failed|4|1 InProgress|5|3 Stopped|6|3",
        "status, job_name FROM jobs QUALIFY ROW_NUMBER() OVER (PARTITION BY status"
            + " ORDER BY submit_time DESC) = 1 ORDER BY 1;"
            + " Completed|later Failed|job-b InProgress|beta Stopped|Alpha_1",
        "job_name FROM jobs ORDER BY RANK() OVER (ORDER BY submit_time DESC) LIMIT 2;"
            + " later beta",
        "job_name FROM jobs WINDOW w AS (ORDER BY submit_time)"
            + " ORDER BY COUNT(*) OVER (w ROWS UNBOUNDED PRECEDING) DESC LIMIT 2; later beta",
        "status, LAG(status) OVER (PARTITION BY ROW(status, model) ORDER BY submit_time) FROM jobs"
            + " WHERE status = 'Failed' ORDER BY submit_time; Failed|null Failed|Failed",
      })
  void ofJobs(String query, String rows) throws SQLException {
    for (String setting : new String[] {"", ";pushdown=false"}) {
      assertThat(String.join(" ", Queries.run(Urls.of(emulator) + setting, "SELECT " + query)))
          .isEqualTo(rows);
    }
  }
}
