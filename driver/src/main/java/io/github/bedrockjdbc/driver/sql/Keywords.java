package io.github.bedrockjdbc.driver.sql;

import java.util.Set;

/** The words that are no names unless they are quoted. */
public final class Keywords {
  /** What Calcite's parser reserves beyond SQL:2003, which clients know by themselves. */
  private static final String BEYOND_STANDARD =
      """
      ALLOW ARRAY_MAX_CARDINALITY ASOF BEGIN_FRAME BEGIN_PARTITION BIT CLASSIFIER CONTAINS
      CURRENT_CATALOG CURRENT_ROW CURRENT_SCHEMA DATETIME DEFINE DISALLOW EMPTY END_FRAME
      END_PARTITION EQUALS EXPLAIN EXTEND FIRST_VALUE FRAME_ROW FRIDAY GROUPS IMPORT INITIAL
      JSON_ARRAY JSON_ARRAYAGG JSON_EXISTS JSON_OBJECT JSON_OBJECTAGG JSON_QUERY JSON_SCOPE
      JSON_VALUE LAG LAST_VALUE LEAD LIKE_REGEX LIMIT MATCHES MATCH_CONDITION MATCH_NUMBER
      MATCH_RECOGNIZE MEASURE MEASURES MINUS MONDAY NEXT NTH_VALUE NTILE OCCURRENCES_REGEX
      OFFSET OMIT ONE ORDINAL PATTERN PER PERCENT PERIOD PERMUTE PORTION POSITION_REGEX
      PRECEDES PREV QUALIFY RESET RUNNING SAFE_CAST SAFE_OFFSET SAFE_ORDINAL SATURDAY SEEK
      SHOW SKIP STREAM SUBSET SUBSTRING_REGEX SUCCEEDS SUNDAY SYSTEM_TIME THURSDAY TINYINT
      TRANSLATE_REGEX TRIM_ARRAY TRUNCATE TRY_CAST TUESDAY UNSIGNED UPSERT UUID VALUE_OF
      VARBINARY VARIANT VERSIONING WEDNESDAY""";

  /**
   * Reserved, and yet names wherever a value begins that is neither a call nor a literal. No clause
   * begins with one of them.
   */
  static final Set<String> NAMES =
      words(
          """
          AVG COUNT DATE DAY HOUR LANGUAGE LOWER MAX METHOD MIN MINUTE MODULE MONTH PARAMETER PERCENT
          PERIOD POSITION POWER RANK RELEASE RESULT ROW SECOND START SUM SYSTEM TIME TIMESTAMP
          TRIGGER UPPER VALUE YEAR""");

  /** Of these names, those that are also units of time, as in {@code EXTRACT(YEAR FROM …)}. */
  static final Set<String> UNITS = words("YEAR MONTH DAY HOUR MINUTE SECOND");

  /** What is no alias although it stands after AS; all other words are. */
  static final Set<String> NO_ALIASES =
      words(
          """
          ALL AND ANY AS BETWEEN BY CASE CAST CROSS DISTINCT DOT ELSE EXCEPT EXISTS FALSE FETCH FROM
          FULL GROUP HAVING IN INNER INTERSECT IS JOIN JSON LATERAL LEFT LIKE LIMIT MINUS NATURAL NOT
          NULL OF OFFSET ON OR ORDER RIGHT SELECT TABLE THEN TRUE UNION UNKNOWN UNNEST USING VALUES
          WHEN WHERE WITH XML""");

  private Keywords() {}

  private static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+"));
  }

  /** As {@code DatabaseMetaData} gives them, with commas between. */
  public static String beyondStandard() {
    return BEYOND_STANDARD.replaceAll("\\s+", ",");
  }
}
