package io.github.bedrockjdbc.examples.age;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How old rows are that the driver keeps, as it tells. */
public final class RowAge {
  private static final Pattern KEPT = Pattern.compile("kept rows answer, (\\d+) s old");

  private RowAge() {}

  /** Seconds, the oldest if a statement reads several lists; empty if it would ask for them. */
  public static OptionalLong of(String statement, Connection connection) {
    OptionalLong oldest = OptionalLong.empty();
    try (Statement explain = connection.createStatement();
        ResultSet plan = explain.executeQuery("EXPLAIN PLAN FOR\n" + statement)) {
      while (plan.next()) {
        final Matcher kept = KEPT.matcher(plan.getString(1));
        if (kept.find()) {
          final long age = Long.parseLong(kept.group(1));
          oldest = OptionalLong.of(Math.max(oldest.orElse(0), age));
        }
      }
    } catch (SQLException e) {
      return OptionalLong.empty(); // a setting, or a plan: nothing that reads rows
    }
    return oldest;
  }
}
