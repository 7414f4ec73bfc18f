package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab completes: what can stand there, of the words that there are. */
final class Words implements Completer {
  private static final List<String> KEYWORDS =
      List.of(
          """
          AND AS ASC AVG BETWEEN BY CASE CAST COUNT CURRENT_TIMESTAMP DATE DAY DESC DISTINCT ELSE \
          END EXPLAIN PLAN FOR EXTRACT FETCH FILTER FIRST FROM GROUP HAVING HOUR IN INTERVAL IS \
          JOIN LAST LEFT LIKE LIMIT MAX MIN NOT NULL NULLS OFFSET ON OR ORDER OVER PARTITION ROWS \
          ONLY SELECT SUM THEN TIMESTAMP TIMESTAMPDIFF UNION ALL UPPER WHEN WHERE WITH"""
              .split("\\s+"));

  private static final List<String> STATUSES =
      List.of(
          "'Submitted'",
          "'Validating'",
          "'Scheduled'",
          "'InProgress'",
          "'Stopping'",
          "'Stopped'",
          "'Completed'",
          "'PartiallyCompleted'",
          "'Failed'",
          "'Expired'");

  private final Set<String> tables = new TreeSet<>();
  private final Set<String> anywhere = new TreeSet<>(KEYWORDS);
  private final List<String> queries;

  Words(DatabaseMetaData metaData) throws SQLException, IOException {
    try (ResultSet columns = metaData.getColumns(null, null, "%", "%")) {
      while (columns.next()) {
        tables.add(columns.getString("TABLE_NAME"));
        anywhere.add(columns.getString("COLUMN_NAME"));
      }
    }
    anywhere.addAll(tables);
    queries = SavedQuery.all().stream().map(SavedQuery::name).toList();
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    for (String word : words(line)) {
      candidates.add(new Candidate(word));
    }
  }

  private Collection<String> words(ParsedLine line) {
    final int index = line.wordIndex();
    final String before = index == 0 ? "" : line.words().get(index - 1).toUpperCase(Locale.ROOT);
    if (index == 0 && line.word().startsWith("\\")) {
      return Commands.NAMES;
    }
    return switch (before) {
      case "\\RUN" -> queries;
      case "\\FORMAT" -> Arrays.stream(Format.values()).map(Format::toString).toList();
      case "\\CALLS" -> List.of("on", "off");
      case "FROM", "JOIN" -> tables;
      default -> line.word().startsWith("'") ? STATUSES : anywhere;
    };
  }
}
