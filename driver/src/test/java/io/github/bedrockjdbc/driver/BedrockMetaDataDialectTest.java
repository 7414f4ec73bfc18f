package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.function.Functions;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.value.SqlTypeInfo;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParser;
import org.junit.jupiter.api.Test;

/** What is claimed of the dialect is compared with what runs. */
class BedrockMetaDataDialectTest extends MetaDataFixture {
  private static final String SQL_2003 =
      """
      ABS ALL ALLOCATE ALTER AND ANY ARE ARRAY AS ASENSITIVE ASYMMETRIC AT ATOMIC
      AUTHORIZATION AVG BEGIN BETWEEN BIGINT BINARY BLOB BOOLEAN BOTH BY CALL CALLED
      CARDINALITY CASCADED CASE CAST CEIL CEILING CHAR CHAR_LENGTH CHARACTER
      CHARACTER_LENGTH CHECK CLOB CLOSE COALESCE COLLATE COLLECT COLUMN COMMIT CONDITION
      CONNECT CONSTRAINT CONVERT CORR CORRESPONDING COUNT COVAR_POP COVAR_SAMP CREATE
      CROSS CUBE CUME_DIST CURRENT CURRENT_DATE CURRENT_DEFAULT_TRANSFORM_GROUP
      CURRENT_PATH CURRENT_ROLE CURRENT_TIME CURRENT_TIMESTAMP
      CURRENT_TRANSFORM_GROUP_FOR_TYPE CURRENT_USER CURSOR CYCLE DATE DAY DEALLOCATE DEC
      DECIMAL DECLARE DEFAULT DELETE DENSE_RANK DEREF DESCRIBE DETERMINISTIC DISCONNECT
      DISTINCT DOUBLE DROP DYNAMIC EACH ELEMENT ELSE END END-EXEC ESCAPE EVERY EXCEPT EXEC
      EXECUTE EXISTS EXP EXTERNAL EXTRACT FALSE FETCH FILTER FLOAT FLOOR FOR FOREIGN FREE
      FROM FULL FUNCTION FUSION GET GLOBAL GRANT GROUP GROUPING HAVING HOLD HOUR IDENTITY
      IN INDICATOR INNER INOUT INSENSITIVE INSERT INT INTEGER INTERSECT INTERSECTION
      INTERVAL INTO IS JOIN LANGUAGE LARGE LATERAL LEADING LEFT LIKE LN LOCAL LOCALTIME
      LOCALTIMESTAMP LOWER MATCH MAX MEMBER MERGE METHOD MIN MINUTE MOD MODIFIES MODULE
      MONTH MULTISET NATIONAL NATURAL NCHAR NCLOB NEW NO NONE NORMALIZE NOT NULL NULLIF
      NUMERIC OCTET_LENGTH OF OLD ON ONLY OPEN OR ORDER OUT OUTER OVER OVERLAPS OVERLAY
      PARAMETER PARTITION PERCENT_RANK PERCENTILE_CONT PERCENTILE_DISC POSITION POWER
      PRECISION PREPARE PRIMARY PROCEDURE RANGE RANK READS REAL RECURSIVE REF REFERENCES
      REFERENCING REGR_AVGX REGR_AVGY REGR_COUNT REGR_INTERCEPT REGR_R2 REGR_SLOPE
      REGR_SXX REGR_SXY REGR_SYY RELEASE RESULT RETURN RETURNS REVOKE RIGHT ROLLBACK
      ROLLUP ROW ROW_NUMBER ROWS SAVEPOINT SCOPE SCROLL SEARCH SECOND SELECT SENSITIVE
      SESSION_USER SET SIMILAR SMALLINT SOME SPECIFIC SPECIFICTYPE SQL SQLEXCEPTION
      SQLSTATE SQLWARNING SQRT START STATIC STDDEV_POP STDDEV_SAMP SUBMULTISET SUBSTRING
      SUM SYMMETRIC SYSTEM SYSTEM_USER TABLE TABLESAMPLE THEN TIME TIMESTAMP TIMEZONE_HOUR
      TIMEZONE_MINUTE TO TRAILING TRANSLATE TRANSLATION TREAT TRIGGER TRIM TRUE UESCAPE
      UNION UNIQUE UNKNOWN UNNEST UPDATE UPPER USER USING VALUE VALUES VAR_POP VAR_SAMP
      VARCHAR VARYING WHEN WHENEVER WHERE WIDTH_BUCKET WINDOW WITH WITHIN WITHOUT YEAR""";

  /** A call of each function that is listed. */
  private static final List<String> CALLS =
      List.of(
          "ABS(-1)",
          "ACOS(0.5)",
          "ASIN(0.5)",
          "ATAN(0.5)",
          "ATAN2(0.5, 1)",
          "CBRT(8)",
          "CEILING(1.5)",
          "COS(1)",
          "COT(1)",
          "DEGREES(1)",
          "EXP(1)",
          "FLOOR(1.5)",
          "LOG(1)",
          "LOG10(1)",
          "MOD(5, 3)",
          "PI()",
          "POWER(2, 3)",
          "RADIANS(1)",
          "RAND()",
          "ROUND(1.5, 0)",
          "SIGN(-2)",
          "SIN(1)",
          "SQRT(4)",
          "TAN(1)",
          "TRUNCATE(1.55, 1)",
          "ASCII('a')",
          "CHAR(65)",
          "CONCAT('a', 'b')",
          "DIFFERENCE('a', 'b')",
          "INSERT('abcdef', 2, 3, 'x')",
          "LCASE('A')",
          "LEFT('abc', 2)",
          "LENGTH('abc')",
          "LOCATE('b', 'abc')",
          "LTRIM(' a')",
          "REPEAT('a', 2)",
          "REPLACE('abc', 'b', 'x')",
          "RIGHT('abc', 2)",
          "RTRIM('a ')",
          "SOUNDEX('abc')",
          "SPACE(2)",
          "SUBSTRING('abc', 2, 1)",
          "UCASE('a')",
          "REVERSE('abc')",
          "CHAR_LENGTH('abc')",
          "CHARACTER_LENGTH('abc')",
          "OCTET_LENGTH('abc')",
          "POSITION('b' IN 'abc')",
          "CONVERT('1', SQL_INTEGER)",
          "DATABASE()",
          "IFNULL('b', 'a')",
          "USER()",
          "CURDATE()",
          "CURTIME()",
          "DAYNAME(DATE '2026-01-02')",
          "DAYOFMONTH(DATE '2026-01-02')",
          "DAYOFWEEK(DATE '2026-01-02')",
          "DAYOFYEAR(DATE '2026-01-02')",
          "HOUR(TIME '01:02:03')",
          "MINUTE(TIME '01:02:03')",
          "MONTH(DATE '2026-01-02')",
          "MONTHNAME(DATE '2026-01-02')",
          "NOW()",
          "QUARTER(DATE '2026-01-02')",
          "SECOND(TIME '01:02:03')",
          "TIMESTAMPADD(SQL_TSI_DAY, 1, TIMESTAMP '2026-01-02 03:04:05')",
          "TIMESTAMPDIFF(SQL_TSI_DAY, DATE '2026-01-02', DATE '2026-01-04')",
          "TO_DATE('2026-01-02', 'YYYY-MM-DD')",
          "TO_TIMESTAMP('2026-01-02', 'YYYY-MM-DD')",
          "TO_CHAR(TIMESTAMP '2026-01-02 03:04:05', 'YYYY')",
          "CURRENT_DATE()",
          "CURRENT_TIME()",
          "CURRENT_TIMESTAMP()",
          "DATE_TRUNC('month', TIMESTAMP '2026-01-02 03:04:05')",
          "EXTRACT(YEAR FROM TIMESTAMP '2026-01-02 03:04:05')",
          "WEEK(DATE '2026-01-02')",
          "YEAR(DATE '2026-01-02')",
          "BIT_LENGTH('a')",
          "BTRIM(' a ')",
          "CHR(65)",
          "CONCAT_WS(',', 'a', 'b')",
          "INITCAP('a b')",
          "INSTR('abc', 'b')",
          "LPAD('a', 3)",
          "MD5('a')",
          "REGEXP_LIKE('abc', 'b')",
          "REGEXP_REPLACE('abc', 'b', 'x')",
          "RPAD('a', 3)",
          "SPLIT_PART('a,b', ',', 2)",
          "STARTS_WITH('abc', 'a')",
          "STRPOS('abc', 'b')",
          "SUBSTR('abc', 2)",
          "TRANSLATE('abc', 'a', 'b')",
          "POW(2, 3)",
          "TRUNC(1.55, 1)",
          "NVL('b', 'a')",
          "DATE(TIMESTAMP '2026-01-02 03:04:05')",
          "DATE_PART('year', TIMESTAMP '2026-01-02 03:04:05')",
          "TIMEZONE('Europe/Berlin', CURRENT_TIMESTAMP)");

  /** A value of each type but text. */
  private static final Map<SqlTypeInfo, String> VALUES =
      Map.of(
          SqlTypeInfo.BIGINT, "CAST(1 AS BIGINT)",
          SqlTypeInfo.DECIMAL, "1.5",
          SqlTypeInfo.INTEGER, "1",
          SqlTypeInfo.DOUBLE, "1e0",
          SqlTypeInfo.BOOLEAN, "TRUE",
          SqlTypeInfo.DATE, "DATE '2026-01-02'",
          SqlTypeInfo.TIME, "TIME '01:02:03'",
          SqlTypeInfo.TIMESTAMP, "TIMESTAMP '2026-01-02 03:04:05'");

  /** A text that converts to each type. */
  private static final Map<SqlTypeInfo, String> TEXTS =
      Map.of(
          SqlTypeInfo.BIGINT, "'1'",
          SqlTypeInfo.DECIMAL, "'1.5'",
          SqlTypeInfo.INTEGER, "'1'",
          SqlTypeInfo.DOUBLE, "'1e0'",
          SqlTypeInfo.VARCHAR, "'a'",
          SqlTypeInfo.BOOLEAN, "'true'",
          SqlTypeInfo.DATE, "'2026-01-02'",
          SqlTypeInfo.TIME, "'01:02:03'",
          SqlTypeInfo.TIMESTAMP, "'2026-01-02 03:04:05'");

  /** A query for each feature that the metadata claims, with the first value that comes out. */
  private static final String[][] FEATURES = {
    {"supportsColumnAliasing", "SELECT a AS c FROM t ORDER BY c", "1"},
    {"supportsTableCorrelationNames", "SELECT u.a FROM t AS u ORDER BY 1", "1"},
    {
      "supportsSchemasInDataManipulation",
      "SELECT count(bedrock.jobs.job_id) FROM bedrock.jobs WHERE 1 = 0",
      "0"
    },
    {"supportsExpressionsInOrderBy", "SELECT a FROM t ORDER BY -a", "2"},
    {"supportsOrderByUnrelated", "SELECT a FROM t ORDER BY b DESC", "2"},
    {"supportsGroupBy", "SELECT b FROM t GROUP BY b ORDER BY b", "x"},
    {"supportsGroupByUnrelated", "SELECT count(*) FROM t GROUP BY b", "1"},
    {"supportsGroupByBeyondSelect", "SELECT count(*), b FROM t GROUP BY a, b", "1"},
    {"supportsLikeEscapeClause", "SELECT a FROM t WHERE b || '_' LIKE 'x!_' ESCAPE '!'", "1"},
    {
      "supportsOuterJoins",
      "SELECT count(*) FROM t LEFT JOIN (t u LEFT JOIN t v ON u.a = v.a) ON t.a > u.a",
      "2"
    },
    {"supportsFullOuterJoins", "SELECT count(*) FROM t FULL JOIN t u ON t.a = u.a + 1", "3"},
    {"supportsLimitedOuterJoins", "SELECT count(*) FROM t RIGHT JOIN t u ON t.a = u.a", "2"},
    {"supportsSubqueriesInComparisons", "SELECT a FROM t WHERE a = (SELECT max(a) FROM t)", "2"},
    {
      "supportsSubqueriesInExists",
      "SELECT count(*) FROM t WHERE EXISTS (SELECT 1 FROM t u WHERE u.a = 1)",
      "2"
    },
    {"supportsSubqueriesInIns", "SELECT a FROM t WHERE a IN (SELECT a FROM t WHERE b = 'y')", "2"},
    {"supportsSubqueriesInQuantifieds", "SELECT a FROM t WHERE a >= ALL (SELECT a FROM t)", "2"},
    {
      "supportsCorrelatedSubqueries",
      "SELECT (SELECT u.b FROM t u WHERE u.a = t.a) FROM t WHERE a = 2",
      "y"
    },
    {"supportsUnion", "SELECT count(*) FROM (SELECT a FROM t UNION SELECT a FROM t)", "2"},
    {"supportsUnionAll", "SELECT count(*) FROM (SELECT a FROM t UNION ALL SELECT a FROM t)", "4"},
    {"nullPlusNonNullIsNull", "SELECT 'a' || CAST(NULL AS VARCHAR)", null},
    {"nullsAreSortedHigh", "SELECT x FROM (VALUES (1), (NULL)) n(x) ORDER BY x DESC", null},
    {"storesLowerCaseIdentifiers", "SELECT count(\"JOB_ID\") FROM JOBS WHERE 1 = 0", "0"},
  };

  private static final String T = "WITH t(a, b) AS (VALUES (1, 'x'), (2, 'y')) ";

  /** All in one statement: planning takes longer than running. */
  private void assertValues(List<String> expressions) throws SQLException {
    final String sql = "SELECT " + String.join(", ", expressions);
    try (Statement statement = connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      for (int i = 1; i <= expressions.size(); i++) {
        assertThat(result.getString(i)).as(expressions.get(i - 1)).isNotNull();
      }
    }
  }

  @Test
  void everyFeatureThatIsClaimedRuns() throws SQLException, ReflectiveOperationException {
    try (Statement statement = connection().createStatement()) {
      for (String[] feature : FEATURES) {
        assertThat(DatabaseMetaData.class.getMethod(feature[0]).invoke(metaData()))
            .as(feature[0])
            .isEqualTo(true);
        try (ResultSet result = statement.executeQuery(T + feature[1])) {
          assertThat(result.next()).as(feature[0]).isTrue();
          assertThat(result.getString(1)).as(feature[0]).isEqualTo(feature[2]);
        }
      }
    }
  }

  @Test
  void everyListedFunctionRuns() throws SQLException {
    final String listed =
        String.join(
            ",",
            metaData().getNumericFunctions(),
            metaData().getStringFunctions(),
            metaData().getSystemFunctions(),
            metaData().getTimeDateFunctions());
    assertThat(CALLS.stream().map(call -> call.substring(0, call.indexOf('('))).toList())
        .containsExactlyInAnyOrder(listed.split(",", -1));
    assertValues(CALLS.stream().map(call -> "{fn " + call + "}").toList());
  }

  @Test
  void noOtherFunctionIsEscaped() throws SQLException {
    final Set<String> listed =
        CALLS.stream()
            .map(call -> call.substring(0, call.indexOf('(')))
            .collect(Collectors.toSet());
    final Set<String> others = new TreeSet<>(Functions.names());
    others.add("CONVERT_TIMEZONE");
    others.removeAll(listed);
    assertThat(others).hasSizeGreaterThan(50);
    for (String name : others) {
      for (String arguments :
          List.of("", "1", "'a'", "'a', 'b', TIMESTAMP '2026-01-02 03:04:05'")) {
        assertThat(Failures.stateOf(() -> run("SELECT {fn " + name + "(" + arguments + ")}")))
            .as(name)
            .isEqualTo("42000");
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.executeQuery(sql).close();
    }
  }

  @Test
  void everyConversionThatIsClaimedRuns() throws SQLException {
    final List<String> conversions = new ArrayList<>();
    for (SqlTypeInfo to : SqlTypeInfo.values()) {
      for (SqlTypeInfo from : VALUES.keySet()) {
        if (metaData().supportsConvert(from.typeId(), to.typeId())) {
          conversions.add("{fn CONVERT(" + VALUES.get(from) + ", SQL_" + to + ")}");
        }
      }
      assertThat(metaData().supportsConvert(Types.VARCHAR, to.typeId())).isTrue();
      conversions.add("{fn CONVERT(" + TEXTS.get(to) + ", SQL_" + to + ")}");
    }
    assertValues(conversions);
  }

  @Test
  void keywordsAreTheParsersReservedWordsBeyondTheStandard() throws SQLException {
    final SqlAbstractParserImpl.Metadata words = SqlParser.create("").getMetadata();
    final TreeSet<String> expected = new TreeSet<>(words.getTokens());
    expected.removeIf(word -> !words.isReservedWord(word));
    expected.removeAll(List.of(SQL_2003.strip().split("\\s+")));
    assertThat(metaData().getSQLKeywords().split(",", -1)).containsExactlyElementsOf(expected);
  }
}
