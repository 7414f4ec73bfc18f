package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
          "WEEK(DATE '2026-01-02')",
          "YEAR(DATE '2026-01-02')");

  /** A value of each type that converts to every type to which its type can be converted. */
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

  private void run(String expression) throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet result = statement.executeQuery("SELECT " + expression)) {
      assertThat(result.next()).isTrue();
      assertThat(result.getString(1)).as(expression).isNotNull();
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
        .containsExactlyInAnyOrder(listed.split(","));
    for (String call : CALLS) {
      run("{fn " + call + "}");
    }
  }

  @Test
  void everyConversionThatIsClaimedRuns() throws SQLException {
    for (SqlTypeInfo from : VALUES.keySet()) {
      for (SqlTypeInfo to : SqlTypeInfo.values()) {
        if (metaData().supportsConvert(from.typeId(), to.typeId())) {
          run("{fn CONVERT(" + VALUES.get(from) + ", SQL_" + to + ")}");
        }
      }
    }
  }

  @Test
  void textConvertsToEveryType() throws SQLException {
    for (SqlTypeInfo to : SqlTypeInfo.values()) {
      assertThat(metaData().supportsConvert(SqlTypeInfo.VARCHAR.typeId(), to.typeId())).isTrue();
      final String plain = VALUES.getOrDefault(to, "'a'").replaceAll("^[A-Z]+ (?=')", "");
      final String text = to == SqlTypeInfo.BIGINT ? "'1'" : plain;
      run("{fn CONVERT(" + (text.startsWith("'") ? text : "'" + text + "'") + ", SQL_" + to + ")}");
    }
  }

  @Test
  void keywordsAreTheParsersReservedWordsBeyondTheStandard() throws SQLException {
    final SqlAbstractParserImpl.Metadata words = SqlParser.create("").getMetadata();
    final TreeSet<String> expected = new TreeSet<>(words.getTokens());
    expected.removeIf(word -> !words.isReservedWord(word));
    expected.removeAll(List.of(SQL_2003.strip().split("\\s+")));
    assertThat(metaData().getSQLKeywords().split(",")).containsExactlyElementsOf(expected);
  }
}
