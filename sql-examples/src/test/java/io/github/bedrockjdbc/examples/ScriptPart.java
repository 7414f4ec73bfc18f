package io.github.bedrockjdbc.examples;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement of a script.
 *
 * @param before comments, blank lines and commands
 * @param sql its lines, the last one ends with {@code ;}; none behind the last statement
 * @param expected rows, {@code !requests} and the requests
 */
record ScriptPart(List<String> before, List<String> sql, List<String> expected) {
  ScriptPart {
    before = List.copyOf(before);
    sql = List.copyOf(sql);
    expected = List.copyOf(expected);
  }

  static List<ScriptPart> read(List<String> lines) {
    final List<ScriptPart> parts = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      final int begin = i;
      while (i < lines.size() && lines.get(i).matches("|[#!].*")) {
        i++;
      }
      final int sql = i;
      while (i < lines.size() && (i == sql || !lines.get(i - 1).endsWith(";"))) {
        i++;
      }
      final int expected = i;
      while (i < lines.size() && !lines.get(i).isEmpty()) {
        i++;
      }
      parts.add(
          new ScriptPart(
              lines.subList(begin, sql), lines.subList(sql, expected), lines.subList(expected, i)));
    }
    return parts;
  }

  boolean hasStatement() {
    return !sql.isEmpty();
  }

  /** Without the {@code ;}. */
  String statement() {
    final String text = String.join("\n", sql);
    if (!text.endsWith(";")) {
      throw new IllegalArgumentException("No ; behind " + text);
    }
    return text.substring(0, text.length() - 1);
  }

  /** Lines such as {@code !set pageSize=50}, without the mark. */
  List<String> commands() {
    return before.stream()
        .filter(line -> line.startsWith("!"))
        .map(line -> line.substring(1))
        .toList();
  }

  boolean countsRowsOnly() {
    return !expected.isEmpty() && expected.get(0).startsWith("!rows");
  }

  ScriptPart withExpected(List<String> newExpected) {
    return new ScriptPart(before, sql, newExpected);
  }

  List<String> lines() {
    final List<String> lines = new ArrayList<>(before);
    lines.addAll(sql);
    lines.addAll(expected);
    return lines;
  }
}
