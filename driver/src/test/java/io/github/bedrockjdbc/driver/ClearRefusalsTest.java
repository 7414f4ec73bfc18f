package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal has a state of its own, names the part, and speaks of nothing inside the driver. */
class ClearRefusalsTest {
  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(5);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT `status` FROM jobs | 42000 | found '`'; names are quoted with double quotes",
        "SELECT\u00A0status FROM jobs | 42000 | invisible character U+00A0; write a blank",
        "SELECT ~5 | 42000 | found '~'",
        "SELECT nofunc(?) FROM jobs | 42000 | function 'nofunc' not found",
        "SELECT 1 FROM jobs WHERE job_name LIKE 'a' ESCAPE 'ab' | 22019 | one character, not: ab",
        "SELECT 1 FROM jobs WHERE job_name LIKE 'a!b' ESCAPE '!' | 22025 | a!b",
        "SELECT (SELECT status FROM jobs) | 21000 | more than one row: add LIMIT 1",
        "SELECT (SELECT 1, 2) | 42000 | must have one column",
        "SELECT status FROM jobs LIMIT -1 | 2201W | LIMIT must not be negative: -1",
        "SELECT status FROM jobs OFFSET -1 ROWS | 2201X | OFFSET must not be negative: -1",
        "SELECT status FROM jobs FETCH FIRST -1 ROWS ONLY | 2201W | negative",
        "SELECT * FROM jobs TABLESAMPLE SYSTEM(10) | 42000 | write BERNOULLI",
        "SELECT * FROM UNNEST(ARRAY[1]) WITH ORDINALITY | 42000 | ROW_NUMBER()",
        "SELECT * FROM jobs j RIGHT JOIN LATERAL (SELECT j.status) x ON TRUE | 42000 | LEFT JOIN LATERAL",
        "SELECT 1 FROM jobs GROUP BY TUMBLE(submit_time, INTERVAL '1' DAY) | 42000 | FLOOR(time TO unit)",
        "SELECT FLOOR(submit_time TO DOW) FROM jobs | 42000 | one of the units SECOND, MINUTE",
        "SELECT * FROM jobs j FULL JOIN LATERAL (SELECT j.status) x ON TRUE | 42000 | LEFT JOIN LATERAL",
        "WITH x AS (SELECT 1), x AS (SELECT 2) SELECT * FROM x | 42000 | WITH defines 'x' twice",
        "WITH x AS (SELECT 1), X AS (SELECT 2) SELECT * FROM x | 42000 | WITH defines 'X' twice",
        "SELECT CASE WHEN 1 = 0 THEN DATE '2026-01-01' ELSE 0 END | 42000 | cast them to one",
        "SELECT COALESCE(submit_time, 0) FROM jobs | 42000 | cast them to one",
        "SELECT DATE '2026-01-01' IN (DATE '2026-01-01', 20454) | 42000 | compatible types",
        "SELECT TIME '10:00:00' UNION SELECT 1 | 42000 | types TIME and INTEGER",
        "SELECT 1 FROM (SELECT ? AS x, 1 AS y) q GROUP BY ROLLUP(y, x) HAVING EXISTS (SELECT CASE"
            + " WHEN q.x < submit_time THEN ? ELSE DATE '2026-01-01' END FROM jobs WHERE 2 > q.y)"
            + " | 42000 | a subquery cannot use 'y' of a query with ROLLUP",
        "SELECT ARRAY['a'] UNION ALL SELECT ARRAY[1] | 42000 |  ARRAY and INTEGER ARRAY",
        "SELECT ARRAY[NULL] UNION ALL SELECT ARRAY[1] | 42000 |  ARRAY and INTEGER ARRAY",
        "SELECT CASE WHEN TRUE THEN ARRAY[NULL] ELSE ARRAY[1] END | 42000 | cast them to one",
        "VALUES (DATE '2026-01-01'), (5) | 42000 | types DATE and INTEGER",
        "SELECT GREATEST(DATE '2026-01-01', 1) | 42000 | same type",
        "SELECT 5 ^ 3 | 42000 | write POWER(a, b)",
        "SELECT CAST(1 AS INTEGER ARRAY) | 42000 | cast each value",
        "SELECT CAST(submit_time AS BIGINT) FROM jobs | 42000 | write TIMESTAMPDIFF",
        "SELECT CAST(1 AS TIMESTAMP) | 42000 | write TIMESTAMPADD",
        "SELECT CAST(status AS CHAR(0)) FROM jobs | 42000 | CHAR(0) is not a type",
        "SELECT COUNT(*) OVER (PARTITION BY (SELECT a.model)) FROM jobs a | 42000 | in PARTITION BY, write COALESCE((SELECT …), NULL)",
        "SELECT status, (SELECT COUNT(*) FROM jobs b WHERE b.model = a.model) FROM jobs a GROUP BY status | 42000 | 'model' is none: group by it",
        "SELECT COUNT(*) FROM jobs a HAVING EXISTS (SELECT 1 FROM jobs b WHERE b.model = a.model) | 42000 | only columns of GROUP BY",
        "SELECT UPPER(status) FROM jobs a GROUP BY UPPER(status) HAVING EXISTS (SELECT 1 FROM jobs b WHERE b.status = UPPER(a.status)) | 42000 | move the grouped query to FROM",
        "SELECT SUM(total_records) OVER (w PARTITION BY model) FROM jobs WINDOW w AS (ORDER BY status) | 42000 | PARTITION BY not allowed with existing window",
        "SELECT SUM(total_records) OVER (w ORDER BY model) FROM jobs WINDOW w AS (ORDER BY status) | 42000 | ORDER BY not allowed in both",
        "SELECT CAST(TIME '23:59:59.99' AS TIME(0)) | 22008 | is 24:00:00, which is none",
        "SELECT * FROM (VALUES (1)) a(x) RIGHT JOIN (VALUES (2)) b(x) USING (x) JOIN (VALUES (2)) c(x) USING (x) | 42000 | write ON, such as ON COALESCE(a.x, b.x) = c.x",
        "SELECT * FROM (VALUES (1)) a(x) NATURAL FULL JOIN (VALUES (2)) b(x) NATURAL JOIN (VALUES (2)) c(x) | 42000 | write ON, such as ON COALESCE(a.x, b.x) = c.x",
        "SELECT COUNT(*) FROM jobs WHERE status = ANY('{Failed,Stopped}') | 42000 | ANY and ALL take no text",
        "SELECT 1 <> ALL('{1,2}') | 42000 | ANY and ALL take no text",
        "SELECT CAST(2147483647.5 AS INTEGER) | 22003 | 2147483648 out of range",
        "SELECT CAST(x AS BIGINT) FROM (VALUES (9223372036854775807.5)) v(x) | 22003 | 9223372036854775808 does not fit into BIGINT",
        "SELECT SUM(x) FROM (VALUES (1e308), (1e308)) v(x) | 22003 | out of the range of DOUBLE",
        "SELECT SUM(x) OVER () FROM (VALUES (1e308), (1e308)) v(x) | 22003 | out of the range of DOUBLE",
        "SELECT STDDEV(x) FROM (VALUES (1e308), (-1e308)) v(x) | 22003 | out of the range of DOUBLE",
        "SELECT CORR(x, x) FROM (VALUES (1e308), (-1e308)) v(x) | 22003 | out of the range of DOUBLE",
        "SELECT x * CAST(10 AS REAL) FROM (VALUES (CAST(3e38 AS REAL))) v(x) | 22003 | does not fit into REAL",
        "SELECT RAND('a') | 42000 | write RAND() or RAND(1)",
        "SELECT CAST(TRUE AS INTEGER) | 42000 | write CASE WHEN",
        "SELECT CAST(0.5 AS BOOLEAN) | 42000 | only whole numbers",
        "SELECT SUBSTRING('abc' FROM 2 FOR -1) | 22011 | length of a substring must not be negative",
        "SELECT 'a' SIMILAR TO '(' | 2201B | the regular expression '(' is not valid: Unclosed group",
        "SELECT JSON_VALUE('x', 'strict $.a' ERROR ON ERROR) | 22032 | not valid JSON",
        "SELECT 1e400 | 22003 | out of range",
        "SELECT CAST(-1e39 AS REAL) | 22003 | does not fit into REAL",
        "SELECT SUBSTR('a', 'b') | 42000 | takes a text, a position and a length",
        "SELECT SUBSTRING('abc' FROM 1.5) | 42000 | takes a text, a position and a length",
        "SELECT status FROM jobs LIMIT 1.5 | 22018 | a whole number, not 1.5",
        "SELECT status FROM jobs OFFSET 0.5 | 22018 | a whole number, not 0.5",
        "SELECT * WHERE TRUE | 42000 | found 'WHERE'",
        "SELECT 1 FROM (SELECT ROW(1, 2) a, ROW(1, 3) b) x WHERE a IS DISTINCT FROM b | 42000 | write their parts",
        "SELECT 1 FROM (SELECT ROW(1, 2) a) x WHERE a IS NOT DISTINCT FROM (1, 2) | 42000 | write their parts",
        "SELECT 1 FROM (SELECT ROW(1, 2) a) x WHERE a IS NOT DISTINCT FROM NULL | 42000 | write their parts",
        "SELECT 1 FROM (SELECT ROW(1, 2) a) x WHERE NULL IS DISTINCT FROM a | 42000 | write their parts",
        "SELECT 1 FROM (SELECT ROW(1, 2) a) x WHERE a IS NOT NULL | 42000 | as (a, b) IS NOT NULL",
        "SELECT c FROM (VALUES ('x')) q(c) GROUP BY ROLLUP (c) HAVING 'a' NOT IN (SELECT q.c) | 42000 | a subquery cannot use 'c'",
        "SELECT c, (SELECT 1 WHERE q.c IS NULL) FROM (VALUES ('x')) q(c) GROUP BY CUBE (c) | 42000 | move the grouped query to FROM",
        "SELECT 1 FROM jobs a CROSS JOIN LATERAL (SELECT a.status s) x LEFT JOIN (jobs b CROSS JOIN LATERAL (SELECT b.status s) y) ON x.s = y.s | 42000 | LATERAL on both sides of such a join is not supported: write what stands in brackets as a subquery",
        "SELECT * FROM jobs a JOIN (jobs b CROSS JOIN LATERAL (SELECT b.status s) y) USING (job_id) | 42000 | SELECT * from a NATURAL or USING join beside a LATERAL",
        "SELECT * FROM (VALUES (1)) JOIN (jobs b CROSS JOIN LATERAL (SELECT b.status s) y) ON TRUE | 42000 | SELECT * from a table without a name",
        "SELECT ARRAY(SELECT 1, 2) | 42000 | ARRAY takes single values, not rows",
        "SELECT MAP[1, ROW(1, 2)] | 42000 | MAP takes single values, not rows",
        "SELECT 1 FROM jobs WHERE ((timeout_hours, 2), 3) IN (SELECT (1, 2), 3) | 42000 | a row within a row",
        "SELECT (1, 2) = (SELECT 1, 2, 3) | 42000 | the row has 2 parts, but the subquery that it is compared with has 3 columns",
        "SELECT (1, 2) IN (SELECT 1) | 42000 | has 1 columns",
        "SELECT 1 < ANY (SELECT 1, 2) | 42000 | line 1, column",
        "SELECT 1 FROM jobs HAVING (COUNT(*), 1) < (SELECT 1, 2) | 42000 | compute it in a subquery in FROM",
        "SELECT (ROW_NUMBER() OVER (), 1) >= ALL (SELECT 1, 2) FROM jobs | 42000 | compute it in a subquery in FROM",
        "SELECT CASE WHEN status = 'Failed' THEN (1, 2) ELSE (2, 3) END FROM jobs | 42000 | choose each part",
        "SELECT COALESCE(r, (1, 2)) FROM (SELECT (timeout_hours, 1) r FROM jobs) t | 42000 | choose each part",
        "SELECT MAX(MAP[status, 1]) FROM jobs | 42000 | MAP values, which have no order",
        "SELECT ANY_VALUE(ARRAY[MAP[status, 1]]) OVER () FROM jobs | 42000 | ANY_VALUE cannot be used",
        "SELECT ARG_MIN(status, MAP[status, 1]) FROM jobs | 42000 | such as m['key']",
        "SELECT MODE() WITHIN GROUP (ORDER BY MAP[status, 1]) FROM jobs | 42000 | MODE cannot be used",
        "SELECT PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY MAP[status, 1]) FROM jobs | 42000 | have no order",
        "SELECT MAP[status, 1] m FROM jobs ORDER BY m | 42000 | ORDER BY cannot be used",
        "SELECT RANK() OVER (ORDER BY MAP[status, 1]) FROM jobs | 42000 | ORDER BY cannot be used",
        "SELECT MAP[status, 1] < MAP['a', 1] FROM jobs | 42000 | < cannot be used",
        "SELECT 1 FROM jobs WHERE end_time - submit_time > '1 day' | 42000 | write INTERVAL '1 day'",
        "SELECT 1 FROM jobs WHERE status = end_time - submit_time | 42000 | a text and an interval",
        "SELECT INTERVAL '1' DAY BETWEEN '1' AND '2' | 42000 | a text and an interval",
        "SELECT INTERVAL '1' DAY IN ('1') | 42000 | a text and an interval",
        "SELECT INTERVAL '1' DAY IN (SELECT '1') | 42000 | a text and an interval",
        "SELECT INTERVAL '1' DAY UNION SELECT INTERVAL '1' MONTH | 42000 | INTERVAL_DAY and INTERVAL_MONTH",
        "SELECT 1 FROM jobs WHERE (SELECT (1, 2)) = (1, 2) | 42000 | write (a, b) IN (SELECT c, d)",
        "SELECT LAST_VALUE(MAX(model)) IGNORE NULLS OVER (ORDER BY status) FROM jobs GROUP BY status | 42000 | compute the aggregate in a subquery in FROM",
        "SELECT MULTISET(SELECT 1, 2) | 42000 | MULTISET takes single values, not rows",
        "SELECT 1 FROM jobs WHERE status = 1 | 42000 | a text and a number cannot be compared",
        "SELECT 1 FROM jobs WHERE status IN (1, 2) | 42000 | a text and a number cannot be compared",
        "SELECT 1 FROM jobs WHERE status BETWEEN 1 AND 2 | 42000 | a text and a number cannot be compared",
        "SELECT 1 FROM jobs WHERE status BETWEEN 'a' AND 2 | 42000 | a text and a number cannot be compared",
        "SELECT 1 FROM jobs WHERE (status, 1) = (1, 1) | 42000 | a text and a number cannot be compared",
        "SELECT 1 FROM jobs WHERE (status, 1, 2) = ('a', 1) | 42000 | Cannot apply '=' to arguments of type '<ROW(VARCHAR, INTEGER, INTEGER)>",
        "SELECT (1, 2) OVERLAPS (3, 4) | 42000 | write (start, end) OVERLAPS (start, end)",
        "SELECT (submit_time, end_time, 1) OVERLAPS (submit_time, end_time) FROM jobs | 42000 | takes two periods",
        "SELECT submit_time OVERLAPS end_time FROM jobs | 42000 | takes two periods",
        "SELECT (submit_time, end_time) OVERLAPS ('2026-01-01', '2026-02-01') FROM jobs | 42000 | of dates and timestamps",
        "SELECT (TIME '01:00:00', INTERVAL '1' MONTH) OVERLAPS (TIME '02:00:00', NULL) | 42000 | takes two periods",
        "SELECT (TIME '01:00:00', NULL) OVERLAPS (DATE '2026-01-01', NULL) | 42000 | takes two periods",
        "SELECT PERIOD (submit_time, end_time) CONTAINS submit_time FROM jobs | 42000 | CONTAINS is not supported: write OVERLAPS",
        "SELECT TO_TIMESTAMP(253402300800) | 22008 | outside the years 1 to 9999",
        "SELECT TO_TIMESTAMP(-62135596801) | 22008 | outside the years 1 to 9999",
        "SELECT TO_TIMESTAMP(99999999999999999999999999999) | 22008 | outside the years 1 to 9999",
        "SELECT JSON_VALUE('{}', '$.b' ERROR ON EMPTY) | 22032 | The JSON path '$.b' finds nothing",
        "SELECT JSON_VALUE('[[1]]', '$[0]' ERROR ON ERROR) | 22032 | use JSON_QUERY",
        "SELECT JSON_VALUE('[1]', '$.') | 22023 | '$.' is not a JSON path",
        "SELECT JSON_VALUE('[1]', '') | 22023 | is not a JSON path",
        "SELECT JSON_VALUE('[true]', '$[0]' RETURNING INTEGER) | 22018 | 'true' is not a whole number",
        "SELECT JSON_EXISTS('x', '$.a' ERROR ON ERROR) | 22032 | not valid JSON",
        "SELECT JSON_OBJECT('a': ARRAY[DATE '2026-01-01']) | 42000 | JSON_OBJECT shows no times within other values",
        "SELECT JSON_ARRAYAGG(submit_time) FROM jobs | 42000 | JSON_ARRAYAGG takes no times: write CAST(x AS VARCHAR)",
        "SELECT JSON_OBJECTAGG(status VALUE submit_time) FROM jobs | 42000 | JSON_OBJECTAGG takes no times",
        "SELECT TO_DATE('2026 VIII', 'YYYY RM') | 22023 | cannot be parsed by RM",
        "SELECT TO_DATE('2026', 'YYYYSP') | 22023 | cannot be parsed by YYYYSP",
        "SELECT 1 FROM jobs WHERE status IN (SELECT timeout_hours FROM jobs) | 42000 | a text and a number cannot be compared",
        "SELECT 1 FROM jobs WHERE status = ANY (SELECT timeout_hours FROM jobs) | 42000 | a text and a number cannot be compared",
        "SELECT 1 FROM jobs a JOIN jobs b ON a.job_name = b.timeout_hours | 42000 | a text and a number cannot be compared",
        "SELECT NULLIF(status, 1) FROM jobs | 42000 | a text and a number cannot be compared",
        "SELECT 1 FROM jobs WHERE timeout_hours = TRUE | 42000 | a number and a boolean cannot"
            + " be compared",
        "SELECT COALESCE(status, 1) FROM jobs | 42000 | cast them to one",
        "SELECT CASE WHEN status = 'x' THEN 'a' ELSE 1 END FROM jobs | 42000 | cast them to one",
        "SELECT status FROM jobs UNION SELECT timeout_hours FROM jobs | 42000 | cast them to one",
        "VALUES (1), ('a') | 42000 | cast them to one",
        "SELECT 1 FROM jobs WHERE timeout_hours IN (24, '48') | 42000 | cast them to one",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 0.5 FROM t WHERE n < 3) SELECT n FROM t | 42000 | column 1 of 't' is of the type INTEGER in its first query and DECIMAL(12, 1) in the recursive one: cast both",
        "WITH RECURSIVE t(n) AS (SELECT 'a' UNION ALL SELECT 1 FROM t) SELECT n FROM t | 42000 | cast both to one type",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n, 1 FROM t) SELECT n FROM t | 42000 | column",
        "WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n, 1 AS m FROM t) SELECT n FROM t | 42000 | have 1 and 2 columns",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT 2 WHERE EXISTS (SELECT 1 FROM t WHERE n = 1)) SELECT n FROM t | 42000 | join it in FROM",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT x FROM (VALUES (1)) v(x) JOIN t ON x IN (SELECT n FROM t)) SELECT n FROM t | 42000 | join it in FROM",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t LIMIT 3) SELECT n FROM t | 42000 | write them in the query that reads it",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t UNION ALL SELECT n + 2 FROM t) SELECT n FROM t | 42000 | put the latter in brackets",
        "WITH RECURSIVE t(n) AS (SELECT n + 1 FROM t) SELECT n FROM t | 42000 | 't' reads itself",
        "WITH RECURSIVE t(n) AS (SELECT 1 EXCEPT SELECT n + 1 FROM t) SELECT n FROM t | 42000 | 't' reads itself",
        "SELECT INTERVAL 'x' DAY | 22007 | Illegal interval literal",
        "SELECT CAST('x' AS UUID) | 22018 | not a UUID: x",
      })
  void sayWhatToWrite(String sql, String state, String words) {
    final SQLException failure = Answered.failureOf(connection, sql);
    assertThat(failure.getMessage()).contains(words);
    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat(failure.getMessage())
        .doesNotContain(
            "Exception", "Error:", "org.", "java.", "rel#", "Logical", "Enumerable", "RECORDTYPE");
  }

  @Test
  void aByteOrderMarkIsABlank() throws SQLException {
    assertThat(Queries.run(connection, "\uFEFFSELECT 1")).containsExactly("1");
  }
}
