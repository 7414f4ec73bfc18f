package io.github.bedrockjdbc.examples;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables and their columns, also under the names that a statement gives them. */
final class Names {
  /** A table in FROM with what follows: perhaps its alias. */
  private static final Pattern TABLE =
      Pattern.compile("(?i)(?:\\b(?:FROM|JOIN)|,)\\s+([\\w.\"]+)(?:\\s+(?:AS\\s+)?(\"?\\w+\"?))?");

  private final Map<String, Set<String>> columns = new TreeMap<>();

  Names(DatabaseMetaData metaData) throws SQLException {
    try (ResultSet found = metaData.getColumns(null, null, "%", "%")) {
      while (found.next()) {
        columns
            .computeIfAbsent(found.getString("TABLE_NAME"), table -> new TreeSet<>())
            .add(found.getString("COLUMN_NAME"));
      }
    }
  }

  Set<String> tables() {
    return columns.keySet();
  }

  Collection<String> columns() {
    return columns.values().stream().flatMap(Set::stream).toList();
  }

  /** Those of the table that a statement calls so; none if it calls none so. */
  Set<String> columns(String statement, String name) {
    return aliases(statement).getOrDefault(plain(name), Set.of());
  }

  /** Those of all tables that a statement names; all that there are if it names none. */
  Collection<String> columns(String statement) {
    final Map<String, Set<String>> named = aliases(statement);
    return named.isEmpty()
        ? columns()
        : named.values().stream().flatMap(Set::stream).distinct().toList();
  }

  /** The names before the dots of columns. */
  Map<String, Set<String>> aliases(String statement) {
    final Map<String, Set<String>> aliases = new LinkedHashMap<>();
    final Matcher matcher = TABLE.matcher(statement);
    int from = 0;
    while (matcher.find(from)) {
      final String table = plain(matcher.group(1).replaceFirst(".*\\.", ""));
      final String alias = matcher.group(2);
      final Set<String> found = columns.get(table);
      if (found != null) {
        aliases.put(
            alias == null || Words.KEYWORDS.contains(alias.toUpperCase(Locale.ROOT))
                ? table
                : plain(alias),
            found);
      }
      from = matcher.end(1); // what follows may be the next word that is looked for
    }
    return aliases;
  }

  private static String plain(String name) {
    return name.replace("\"", "").toLowerCase(Locale.ROOT);
  }

  static List<String> qualified(String name, Collection<String> columns) {
    return columns.stream().map(column -> name + "." + column).toList();
  }
}
