package io.github.bedrockjdbc.examples;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was sent to the service since the last look, as the table {@code api_calls} has it. */
final class Calls {
  /** Failure messages and manifests cost one call each; nobody reads hundreds of them. */
  private static final int MOST_DETAILS = 3;

  private static final Set<String> DETAILS = Set.of("GetModelInvocationJob", "GetObject");

  private final Connection connection;
  private long last;

  Calls(Connection connection) {
    this.connection = connection;
  }

  /** A line for each call since the last look, if any, in the order in which they ended. */
  List<String> next() throws SQLException {
    final List<String> lines = new ArrayList<>();
    final String sql = "SELECT * FROM api_calls WHERE query_id > " + last;
    final Map<String, Integer> details = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet calls = statement.executeQuery(sql)) {
      while (calls.next()) {
        last = Math.max(last, calls.getLong("query_id"));
        final String operation = calls.getString("operation");
        if (DETAILS.contains(operation)
            && details.merge(operation, 1, Integer::sum) > MOST_DETAILS) {
          continue;
        }
        lines.add(line(calls));
      }
    }
    details.forEach(
        (operation, count) -> {
          if (count > MOST_DETAILS) {
            lines.add(operation + " " + (count - MOST_DETAILS) + " times more");
          }
        });
    return lines;
  }

  private static String line(ResultSet call) throws SQLException {
    final StringBuilder line = new StringBuilder(call.getString("operation"));
    final String parameters = call.getString("parameters");
    if (!parameters.isEmpty()) {
      line.append(' ').append(parameters);
    }
    line.append(" in ").append(call.getString("region")).append(": ");
    final String failure = call.getString("error_type");
    line.append(failure == null ? rows(call) : failure);
    line.append(String.format(Locale.ROOT, ", %,d ms", call.getLong("milliseconds")));
    final int tries = call.getInt("tries");
    return tries > 1
        ? line.append(", ").append(tries).append(" tries").toString()
        : line.toString();
  }

  /** Jobs, unless the operation is about something else. */
  private static String rows(ResultSet call) throws SQLException {
    final String unit = call.getString("operation").contains("ModelInvocationJob") ? "job" : "row";
    final int count = call.getInt("result_rows");
    return String.format(Locale.ROOT, "%,d %s%s", count, unit, count == 1 ? "" : "s");
  }
}
