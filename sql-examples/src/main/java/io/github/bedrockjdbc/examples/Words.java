package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.sql.DatabaseMetaData;
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
  static final Set<String> KEYWORDS =
      Set.of(
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

  private final Names names;
  private final List<String> queries;

  Words(DatabaseMetaData metaData) throws SQLException, IOException {
    names = new Names(metaData);
    queries = SavedQuery.all().stream().map(SavedQuery::name).toList();
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    for (String word : words(line)) {
      final boolean isWhole = !word.endsWith("."); // after which a blank comes
      candidates.add(new Candidate(word, word, null, null, null, null, isWhole));
    }
  }

  private Collection<String> words(ParsedLine line) {
    final String before = before(line, 1);
    if (line.wordIndex() == 0 && line.word().startsWith("\\")) {
      return Arrays.stream(Command.values()).map(Command::toString).toList();
    }
    if (before(line, 2).equals(Command.PSET.toString())) {
      return Setting.named(before).map(Setting::accepted).orElse(List.of());
    }
    return Command.of(before)
        .map(command -> offered(command.offer()))
        .orElseGet(() -> inStatement(line, before));
  }

  private Collection<String> offered(Command.Offer offer) {
    return switch (offer) {
      case NOTHING -> List.of();
      case TABLES -> names.tables();
      case QUERIES -> queries;
      case FORMATS -> Setting.FORMAT.accepted();
      case SWITCH -> Setting.TUPLES_ONLY.accepted();
      case AUTO -> Setting.EXPANDED.accepted();
      case SETTINGS -> Arrays.stream(Setting.values()).map(Setting::toString).toList();
    };
  }

  private Collection<String> inStatement(ParsedLine line, String before) {
    return switch (before.toUpperCase(Locale.ROOT)) {
      case "FROM", "JOIN", "DESCRIBE", "DESC" -> names.tables();
      default -> line.word().startsWith("'") ? STATUSES : anywhere(line);
    };
  }

  /** The word so many before the one that is completed; empty if there is none. */
  private static String before(ParsedLine line, int words) {
    final int index = line.wordIndex() - words;
    return index < 0 ? "" : line.words().get(index);
  }

  private Collection<String> anywhere(ParsedLine line) {
    final String statement = statement(line);
    final int dot = line.word().lastIndexOf('.');
    if (dot > 0) {
      final String name = line.word().substring(0, dot);
      return Names.qualified(name, names.columns(statement, name));
    }
    final Set<String> words = new TreeSet<>(KEYWORDS);
    words.addAll(names.tables());
    words.addAll(names.columns(statement));
    names.aliases(statement).keySet().forEach(alias -> words.add(alias + "."));
    return words;
  }

  /** The one that the cursor is in, of those on the line. */
  private static String statement(ParsedLine line) {
    final String text = line.line();
    final int begin = text.lastIndexOf(';', Math.max(0, line.cursor() - 1)) + 1;
    final int end = text.indexOf(';', line.cursor());
    return text.substring(begin, end < 0 ? text.length() : end);
  }
}
