package io.github.bedrockjdbc.driver.metadata;

import io.github.bedrockjdbc.driver.function.Functions;
import java.sql.DatabaseMetaData;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The functions that a statement may call, as rows of a metadata result. They have no schema. */
public final class FunctionRows {
  /** What Calcite calls otherwise than it is written. */
  private static final Map<String, String> WRITTEN =
      Map.of(
          "JSON_ARRAYAGG_ABSENT_ON_NULL", "JSON_ARRAYAGG",
          "JSON_OBJECTAGG_NULL_ON_NULL", "JSON_OBJECTAGG");

  /** Of tables that move or match, of which there is none: each call is refused. */
  private static final Set<String> REFUSED =
      Set.of(
          "CLASSIFIER",
          "FIRST",
          "HOP_END",
          "HOP_START",
          "LAST",
          "MATCH_NUMBER",
          "NEXT",
          "PREV",
          "SESSION_END",
          "SESSION_START",
          "TUMBLE_END",
          "TUMBLE_START");

  private static final Set<String> OF_TABLES = Set.of("HOP", "SESSION", "TUMBLE");

  private FunctionRows() {}

  public static MetaRows functions() {
    final Set<String> names = new TreeSet<>(Functions.namesOfTheSyntax());
    Functions.names().stream()
        .filter(name -> !REFUSED.contains(name))
        .map(FunctionRows::written)
        .forEach(names::add);
    return MetaResult.FUNCTIONS.of(names.stream().map(FunctionRows::row).toList());
  }

  /** A name of the table of functions, as a statement has it. */
  public static String written(String name) {
    return WRITTEN.getOrDefault(name, name);
  }

  private static Map<String, Object> row(String name) {
    final boolean isOfTables = OF_TABLES.contains(name);
    return Map.of(
        "FUNCTION_NAME",
        name,
        "REMARKS",
        isOfTables
            ? "Table function, in FROM TABLE(…)"
            : Functions.isAggregate(name) ? "Aggregate function" : "Scalar function",
        "FUNCTION_TYPE",
        isOfTables ? DatabaseMetaData.functionReturnsTable : DatabaseMetaData.functionNoTable,
        "SPECIFIC_NAME",
        name);
  }
}
