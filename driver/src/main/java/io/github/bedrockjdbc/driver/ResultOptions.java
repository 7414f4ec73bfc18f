package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a statement is asked to give as results.
 *
 * @param type one of {@code ResultSet}'s types
 * @param concurrency one of {@code ResultSet}'s concurrencies
 * @param holdability one of {@code ResultSet}'s holdabilities; either means the same
 */
record ResultOptions(int type, int concurrency, int holdability) {
  private static final Map<Integer, String> TYPES =
      Map.of(
          ResultSet.TYPE_FORWARD_ONLY,
          "TYPE_FORWARD_ONLY",
          ResultSet.TYPE_SCROLL_INSENSITIVE,
          "TYPE_SCROLL_INSENSITIVE",
          ResultSet.TYPE_SCROLL_SENSITIVE,
          "TYPE_SCROLL_SENSITIVE");

  private static final Map<Integer, String> CONCURRENCIES =
      Map.of(
          ResultSet.CONCUR_READ_ONLY,
          "CONCUR_READ_ONLY",
          ResultSet.CONCUR_UPDATABLE,
          "CONCUR_UPDATABLE");

  private static final Map<Integer, String> HOLDABILITIES =
      Map.of(
          ResultSet.HOLD_CURSORS_OVER_COMMIT,
          "HOLD_CURSORS_OVER_COMMIT",
          ResultSet.CLOSE_CURSORS_AT_COMMIT,
          "CLOSE_CURSORS_AT_COMMIT");

  private static final Map<Integer, String> DIRECTIONS =
      Map.of(
          ResultSet.FETCH_FORWARD,
          "FETCH_FORWARD",
          ResultSet.FETCH_REVERSE,
          "FETCH_REVERSE",
          ResultSet.FETCH_UNKNOWN,
          "FETCH_UNKNOWN");

  private static final Map<Integer, String> KEYS =
      Map.of(
          Statement.RETURN_GENERATED_KEYS,
          "RETURN_GENERATED_KEYS",
          Statement.NO_GENERATED_KEYS,
          "NO_GENERATED_KEYS");

  private static final Map<Integer, String> CURRENT_RESULTS =
      Map.of(
          Statement.CLOSE_CURRENT_RESULT,
          "CLOSE_CURRENT_RESULT",
          Statement.KEEP_CURRENT_RESULT,
          "KEEP_CURRENT_RESULT",
          Statement.CLOSE_ALL_RESULTS,
          "CLOSE_ALL_RESULTS");

  /** Options that there are; {@link #givenType()} and read-only rows are what comes of them. */
  static ResultOptions of(int type, int concurrency, int holdability) throws SQLException {
    check("result set type", TYPES, type);
    check("result set concurrency", CONCURRENCIES, concurrency);
    checkHoldability(holdability);
    return new ResultOptions(type, concurrency, holdability);
  }

  /** What results are unless somebody asks for more. */
  static ResultOptions forward(int holdability) {
    return new ResultOptions(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability);
  }

  static void checkHoldability(int holdability) throws SQLException {
    check("result set holdability", HOLDABILITIES, holdability);
  }

  static void checkDirection(int direction) throws SQLException {
    check("fetch direction", DIRECTIONS, direction);
  }

  static void checkKeys(int generatedKeys) throws SQLException {
    check("generated keys flag", KEYS, generatedKeys);
  }

  static void checkCurrentResult(int current) throws SQLException {
    check("flag of getMoreResults", CURRENT_RESULTS, current);
  }

  private static void check(String what, Map<Integer, String> known, int given)
      throws SQLException {
    if (!known.containsKey(given)) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT,
          "There is no "
              + what
              + " with the number "
              + given
              + ": there are "
              + new TreeMap<>(known)
                  .entrySet().stream()
                      .map(each -> each.getValue() + " (" + each.getKey() + ")")
                      .collect(Collectors.joining(", ")));
    }
  }

  /** No result shows what changes after it was read. */
  int givenType() {
    return type == ResultSet.TYPE_SCROLL_SENSITIVE ? ResultSet.TYPE_SCROLL_INSENSITIVE : type;
  }

  /** What is given instead of what was asked for. */
  List<String> changes() {
    final List<String> changes = new ArrayList<>();
    if (type != givenType()) {
      changes.add(
          "Result sets are never sensitive to changes: " + TYPES.get(givenType()) + " is given");
    }
    if (concurrency != ResultSet.CONCUR_READ_ONLY) {
      changes.add("Result sets are read-only: CONCUR_READ_ONLY is used");
    }
    return changes;
  }
}
