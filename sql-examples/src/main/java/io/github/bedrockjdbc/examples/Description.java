package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.Column;
import io.github.bedrockjdbc.examples.output.Output;
import io.github.bedrockjdbc.examples.script.WrongCommand;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/** The tables and their columns, as the driver describes them. */
final class Description {
  private static final String ALL = "%";

  private final DatabaseMetaData metaData;

  Description(DatabaseMetaData metaData) {
    this.metaData = metaData;
  }

  /**
   * The tables of the schema that statements mean where they name none.
   *
   * @param pattern of names, with {@code *} for any letters; empty for all
   */
  void tables(String pattern, Outputs outputs, Shell shell) throws SQLException, IOException {
    final Name name = Name.of(pattern);
    final Map<String, String> fields = new LinkedHashMap<>();
    if (!name.schema().isEmpty()) {
      fields.put("TABLE_SCHEM", "schema");
    }
    fields.put("TABLE_NAME", "table");
    fields.put("TABLE_TYPE", "type");
    fields.put("REMARKS", "remarks");
    try (ResultSet found =
        metaData.getTables(null, name.schema(metaData), name.table(metaData), null)) {
      if (!print(found, fields, outputs, shell)) {
        throw new WrongCommand("There is no table " + pattern + "; \\dt lists all");
      }
    }
  }

  void schemas(Outputs outputs, Shell shell) throws SQLException, IOException {
    try (ResultSet found = metaData.getSchemas()) {
      print(found, Map.of("TABLE_SCHEM", "schema"), outputs, shell);
    }
  }

  /**
   * The functions that statements may call.
   *
   * @param pattern as that of tables
   */
  void functions(String pattern, Outputs outputs, Shell shell) throws SQLException, IOException {
    final Map<String, String> fields = new LinkedHashMap<>();
    fields.put("FUNCTION_NAME", "function");
    fields.put("REMARKS", "remarks");
    final String name = Name.of(pattern).table(metaData).toUpperCase(Locale.ROOT);
    try (ResultSet found = metaData.getFunctions(null, null, name)) {
      if (!print(found, fields, outputs, shell)) {
        throw new WrongCommand("There is no function " + pattern + "; \\df lists all");
      }
    }
  }

  /** The columns of one table, or of those that a pattern names. */
  void columns(String table, Outputs outputs, Shell shell) throws SQLException, IOException {
    final Name name = Name.of(table);
    final Map<String, String> fields = new LinkedHashMap<>();
    if (name.isPattern()) {
      fields.put("TABLE_NAME", "table");
    }
    fields.put("COLUMN_NAME", "column");
    fields.put("TYPE_NAME", "type");
    fields.put("IS_NULLABLE", "nullable");
    fields.put("REMARKS", "remarks");
    try (ResultSet found =
        metaData.getColumns(null, name.schema(metaData), name.table(metaData), ALL)) {
      if (!print(found, fields, outputs, shell)) {
        throw new WrongCommand("There is no table " + table + "; \\dt lists them");
      }
    }
  }

  /**
   * Writes some fields of the entries under other names.
   *
   * @return false if there are none
   */
  private static boolean print(
      ResultSet found, Map<String, String> fields, Outputs outputs, Shell shell)
      throws SQLException, IOException {
    if (!found.next()) {
      return false;
    }
    final Output output = outputs.output(shell);
    output.begin(fields.values().stream().map(Column::text).toList());
    long rows = 0;
    do {
      final List<String> values = new ArrayList<>();
      for (String field : fields.keySet()) {
        values.add(found.getString(field));
      }
      output.row(values);
      rows++;
    } while (found.next());
    output.end(rows);
    shell.out().flush();
    return true;
  }

  /** A name as it is typed: perhaps with a schema, in quotes, or with stars. */
  private record Name(String schema, String table) {
    static Name of(String typed) {
      final String plain = typed.replace("\"", "");
      final int dot = plain.indexOf('.');
      return dot < 0
          ? new Name("", plain.isEmpty() ? "*" : plain)
          : new Name(plain.substring(0, dot), plain.substring(dot + 1));
    }

    boolean isPattern() {
      return (schema + table).contains("*");
    }

    String schema(DatabaseMetaData metaData) throws SQLException {
      return schema.isEmpty() ? metaData.getConnection().getSchema() : like(schema, metaData);
    }

    String table(DatabaseMetaData metaData) throws SQLException {
      return like(table, metaData);
    }

    private static String like(String pattern, DatabaseMetaData metaData) throws SQLException {
      final String escape = metaData.getSearchStringEscape();
      return pattern
          .toLowerCase(Locale.ROOT)
          .replaceAll("[_%]", Matcher.quoteReplacement(escape) + "$0")
          .replace("*", ALL);
    }
  }
}
