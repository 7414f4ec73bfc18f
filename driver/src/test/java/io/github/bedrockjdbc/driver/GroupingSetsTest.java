package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ROLLUP, CUBE and GROUPING SETS, with the grand total that is there without rows too. */
class GroupingSetsTest {
  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "status, COUNT(*) FROM jobs GROUP BY ROLLUP(status) ORDER BY 1;"
            + " Completed|2 Failed|2 InProgress|1 Stopped|1 null|6",
        "status, COUNT(*) FROM jobs WHERE status = 'x' GROUP BY ROLLUP(status); null|0",
        "status, COUNT(*) FROM jobs WHERE status = 'x' GROUP BY CUBE(status); null|0",
        "status, COUNT(*) FROM jobs WHERE 1 = 0 GROUP BY GROUPING SETS((status), ()); null|0",
        "status, COUNT(*) FROM jobs WHERE 1 = 0 GROUP BY GROUPING SETS((status)); ''",
        "status, MAX(model) FROM jobs WHERE status = 'x' GROUP BY ROLLUP(status, region); null|null",
        "COUNT(*) FROM jobs WHERE 1 = 0 GROUP BY GROUPING SETS((), ()); 0 0",
        "COUNT(*) FROM jobs WHERE 1 = 0 GROUP BY (); 0",
        // groups of which nothing is computed
        "1 FROM jobs GROUP BY GROUPING SETS((), ()); 1 1",
        "1 FROM jobs WHERE FALSE GROUP BY GROUPING SETS((), (), ()) HAVING TRUE; 1 1 1",
        "1 FROM jobs GROUP BY GROUPING SETS((), ()) HAVING FALSE; ''",
        "1 FROM jobs WHERE FALSE GROUP BY GROUPING SETS((), (status), ()); 1 1",
        "x FROM (VALUES 'a', 'b') v(x) GROUP BY GROUPING SETS((), (x), (), ()) ORDER BY x;"
            + " a b null null null",
        "COUNT(*) OVER () FROM jobs WHERE FALSE GROUP BY ROLLUP(status), GROUPING SETS((), ()); 2 2",
        "* FROM (VALUES (1, 'a'), ((SELECT 2 FROM jobs GROUP BY ()), 'b')) v; 1|a 2|b",
        "* FROM (VALUES ((SELECT 1 FROM jobs HAVING TRUE), 'a'),"
            + " ((SELECT MAX(x) FROM (SELECT 2 FROM jobs WHERE FALSE HAVING TRUE) t(x)), 'b')) v;"
            + " 1|a 2|b",
        "COUNT(*) FROM jobs WHERE 1 = 0 GROUP BY ROLLUP(status)"
            + " HAVING CURRENT_DATE = DATE '2020-01-01'; ''",
        "COUNT(*) FROM (SELECT status FROM jobs WHERE 1 = 0 GROUP BY ROLLUP(status)) t; 1",
        "EXISTS (SELECT 1 FROM jobs WHERE FALSE GROUP BY ROLLUP(status)); true",
        "EXISTS (SELECT 1 FROM jobs WHERE FALSE GROUP BY GROUPING SETS((status), (model))); false",
        "COUNT(*) FROM jobs a WHERE NOT EXISTS"
            + " (SELECT MAX(a.status || model) FROM jobs WHERE FALSE GROUP BY CUBE(region)); 0",
        "GROUPING(status), COUNT(*) FROM jobs GROUP BY CUBE(status) HAVING COUNT(*) > 2; 1|6",
        "status, GROUPING(status, invocation_type), COUNT(*) FROM jobs WHERE status = 'Failed'"
            + " GROUP BY CUBE(status, invocation_type) ORDER BY 2;"
            + " Failed|0|2 Failed|1|2 null|2|2 null|3|2",
        "status, COUNT(*) FROM jobs WHERE status = 'Failed'"
            + " GROUP BY GROUPING SETS((status), (status)); Failed|2 Failed|2",
        // rows that are groups before they are grouped
        "GROUPING(job_arn) FROM jobs WHERE status = 'Failed' GROUP BY job_arn; 0 0",
        "GROUPING_ID(status) FROM jobs WHERE NULL = 1"
            + " GROUP BY GROUPING SETS((status), (), (status)); 1",
        "GROUPING(status), GROUP_ID() FROM jobs WHERE FALSE"
            + " GROUP BY GROUPING SETS((status), (status)); ''",
        "GROUPING(x), GROUP_ID() FROM (VALUES 1, 2) t(x)"
            + " GROUP BY GROUPING SETS((x), (), (x)) ORDER BY 1, 2; 0|0 0|0 0|1 0|1 1|0",
        "GROUPING(x, y) FROM (VALUES (1, 2)) t(x, y)"
            + " GROUP BY GROUPING SETS((x, y), (x), (x), (y)) ORDER BY 1; 0 1 1 2",
        "GROUPING(x) + 1, x FROM (SELECT status AS x FROM jobs GROUP BY status) t"
            + " GROUP BY x HAVING GROUPING(x) = 0 ORDER BY GROUPING(x), x LIMIT 1; 1|Completed",
        "x FROM (VALUES 1, 2) t(x) WHERE 0 IN (SELECT GROUPING(y) FROM (VALUES 1, 2) u(y)"
            + " WHERE y <= x GROUP BY y) AND EXISTS (SELECT GROUPING(z) FROM (SELECT x) w(z)"
            + " GROUP BY GROUPING SETS((z), (z))); 1 2",
        "GROUPING(x) FROM (VALUES 1) t(x) GROUP BY x HAVING FALSE; ''",
        // functions of a column that only the sets make null
        "COUNT(CHAR_LENGTH(x)) OVER (), COUNT(ABS(y)) OVER (), COUNT(UPPER(x)) OVER () FROM"
            + " (VALUES ('a', -1)) t(x, y) GROUP BY GROUPING SETS((x, y), ()); 1|1|1 1|1|1",
        "CASE x WHEN 'b' THEN 0 ELSE MAX(2) FILTER (WHERE CHAR_LENGTH(x) >= CHAR_LENGTH(x)) OVER ()"
            + " END FROM (VALUES 'a') t(x) WHERE x = 'b' GROUP BY ROLLUP(x); null",
        "SUM(EXTRACT(YEAR FROM x)) OVER (), COUNT(MOD(y, 2)) OVER () FROM"
            + " (VALUES (DATE '2026-01-01', 1)) t(x, y) WHERE y > 1 GROUP BY ROLLUP(x, y); null|0",
        "x, COUNT(*) FROM (VALUES 1, NULL, NULL) t(x) GROUP BY ROLLUP(x) ORDER BY 1, 2;"
            + " 1|1 null|2 null|3",
        "COUNT(DISTINCT status), COUNT(DISTINCT invocation_type), LISTAGG(DISTINCT status)"
            + " WITHIN GROUP (ORDER BY status) FROM jobs; 4|1|Completed,Failed,InProgress,Stopped",
      })
  void areAsSqlHasThem(String query, String rows) throws SQLException {
    for (String setting : new String[] {"", ";pushdown=false"}) {
      assertThat(String.join(" ", Queries.run(Urls.of(emulator) + setting, "SELECT " + query)))
          .isEqualTo(rows);
    }
  }
}
