package io.github.bedrockjdbc.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page on SQL: its tables, whose columns are known by their heads. */
record SqlPage(String text) {
  private static final Path FILE =
      Path.of(System.getProperty("project.root")).resolve("docs/sql.md");

  /** What stands in code, with the bars of tables escaped. */
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static final Pattern NAME = Pattern.compile("([A-Z][A-Z0-9_]*)\\(.*");

  static SqlPage read() throws IOException {
    return new SqlPage(Files.readString(FILE));
  }

  /** Rows of all tables that have a column, each with its cells by their heads. */
  Stream<Map<String, String>> rows(String column) {
    final List<Map<String, String>> rows = new ArrayList<>();
    List<String> heads = List.of();
    for (final String line : text.lines().toList()) {
      if (!line.startsWith("|")) {
        heads = List.of();
      } else if (heads.isEmpty()) {
        heads = cells(line);
      } else if (!line.startsWith("| ---")) {
        final List<String> cells = cells(line);
        final Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < heads.size(); i++) {
          row.put(heads.get(i), cells.get(i));
        }
        rows.add(row);
      }
    }
    return rows.stream().filter(row -> row.containsKey(column));
  }

  /** The functions of all tables. */
  List<String> functions() {
    return rows("Function").flatMap(row -> names(row.get("Function"))).toList();
  }

  /** The functions that are named below the tables, as refused. */
  List<String> refusedFunctions() {
    final String last = text.substring(text.lastIndexOf("\n\n"));
    return CODE.matcher(last).results().map(code -> code.group(1)).toList();
  }

  private static Stream<String> names(String cell) {
    return CODE.matcher(cell).results().map(code -> NAME.matcher(code.group(1)).replaceAll("$1"));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
        .map(String::strip)
        .toList();
  }

  /** What stands in a cell, which is code as a whole. */
  static String code(String cell) {
    return cell.substring(1, cell.length() - 1).replace("\\|", "|");
  }
}
