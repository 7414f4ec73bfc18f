package io.github.bedrockjdbc.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A terminal with a command and its output, as SVG. Lines keep their width in any font. */
final class TerminalPicture {
  private static final double COLUMN = 8.4;
  private static final int LINE = 20;
  private static final int MARGIN = 18;
  private static final int BAR = 34;

  private TerminalPicture() {}

  static String of(String sql, String output) {
    final List<String> lines = new ArrayList<>();
    final List<String> classes = new ArrayList<>();
    final String where = " " + sql.substring(sql.indexOf("FROM"));
    add(lines, classes, "command", "$ sql-examples/jobs \"" + sql.replace(where, ""));
    add(lines, classes, "command", " " + where + "\"");
    output
        .lines()
        .forEach(
            line ->
                add(
                    lines,
                    classes,
                    lines.size() == 2
                        ? "head"
                        : line.startsWith("-") || line.startsWith("(") ? "rule" : "row",
                    line.stripTrailing()));
    final int widest = lines.stream().mapToInt(String::length).max().orElseThrow();
    final int width = (int) Math.ceil(widest * COLUMN) + 2 * MARGIN;
    final int height = BAR + lines.size() * LINE + MARGIN;
    final StringBuilder svg = new StringBuilder(head(width, height));
    for (int i = 0; i < lines.size(); i++) {
      svg.append(line(lines.get(i), classes.get(i), BAR + (i + 1) * LINE));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String head(int width, int height) {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
        <title>Failed batch inference jobs, queried with SQL</title>
        <style>
        text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d0d7de; white-space: pre }
        .command { fill: #7ee787 }
        .head { fill: #ffffff; font-weight: bold }
        .rule { fill: #6e7681 }
        </style>
        <rect width="%1$d" height="%2$d" rx="10" fill="#161b22"/>
        <circle cx="22" cy="18" r="6" fill="#ff5f57"/>
        <circle cx="42" cy="18" r="6" fill="#febc2e"/>
        <circle cx="62" cy="18" r="6" fill="#28c840"/>
        """,
        width,
        height);
  }

  private static void add(List<String> lines, List<String> classes, String kind, String line) {
    lines.add(line);
    classes.add(kind);
  }

  private static String line(String text, String kind, int y) {
    return String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%d\" y=\"%d\" xml:space=\"preserve\" textLength=\"%.1f\">%s</text>%n",
        kind,
        MARGIN,
        y,
        text.length() * COLUMN,
        text.replace("&", "&amp;").replace("<", "&lt;"));
  }
}
