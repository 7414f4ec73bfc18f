package io.github.bedrockjdbc.examples.price;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prices that a user gives, which statements read as the table {@code prices}. */
public record Prices(List<Price> all) {
  /** The columns of the table, and those of the file. */
  public static final List<String> COLUMNS = List.of("model", "direction", "price_per_million");

  private static final Pattern USE =
      Pattern.compile("(?i)(?:\\b(?:FROM|JOIN)\\b|,)[\\s(\"]*prices\\b");

  /** What may stand before a query; then its own WITH, which the table joins. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(?is)((?:\\s++|--[^\\n]*+|/\\*.*?\\*/)*+"
              + "(?:EXPLAIN\\s+(?:PLAN\\b[\\w\\s]*?\\bFOR\\s+)?)?)"
              + "(?:(WITH\\s+(?:RECURSIVE\\s+)?)|(?=SELECT\\b|VALUES\\b|\\())");

  /** Whether a statement reads the table. */
  public static boolean areUsedIn(String sql) {
    return USE.matcher(sql).find();
  }

  /** The statement with the table, if it reads it; a common table expression, as it is no one's. */
  public String addedTo(String sql) {
    final Matcher head = HEAD.matcher(sql);
    if (!areUsedIn(sql) || !head.lookingAt()) {
      return sql;
    }
    final boolean hasOthers = head.group(2) != null;
    // What follows is one line down at its old column, so that places of mistakes can be told.
    return head.group(1)
        + (hasOthers ? head.group(2) : "WITH ")
        + table()
        + (hasOthers ? ",\n" : "\n")
        + " ".repeat(head.end() - 1 - sql.lastIndexOf('\n', head.end() - 1))
        + sql.substring(head.end());
  }

  private String table() {
    return all.stream()
        .map(Price::row)
        .collect(joining(", ", "prices (" + String.join(", ", COLUMNS) + ") AS (VALUES ", ")"));
  }

  /**
   * What a million tokens cost.
   *
   * @param direction input or output
   */
  public record Price(String model, String direction, BigDecimal perMillion) {
    private String row() {
      return "('%s', '%s', %s)"
          .formatted(model.replace("'", "''"), direction, perMillion.toPlainString());
    }
  }
}
