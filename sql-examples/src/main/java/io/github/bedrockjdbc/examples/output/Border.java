package io.github.bedrockjdbc.examples.output;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/** The lines of a table, each under psql's number for it. */
public enum Border {
  NONE("0", "", " ", " ", ""),
  BETWEEN("1", " ", " | ", "-+-", "-"),
  AROUND("2", "| ", " | ", "-+-", "+-");

  private final String number;
  private final String edge;
  private final String gap;
  private final String crossing;
  private final String corner;

  Border(String number, String edge, String gap, String crossing, String corner) {
    this.number = number;
    this.edge = edge;
    this.gap = gap;
    this.crossing = crossing;
    this.corner = corner;
  }

  public String number() {
    return number;
  }

  public static Border numbered(String number) {
    return Arrays.stream(values())
        .filter(border -> border.number.equals(number))
        .findAny()
        .orElseThrow();
  }

  String line(List<String> cells) {
    return (edge + String.join(gap, cells) + reversed(edge)).stripTrailing();
  }

  String rule(List<Integer> widths) {
    return widths.stream().map("-"::repeat).collect(joining(crossing, corner, reversed(corner)));
  }

  /** Columns of the terminal that a line takes. */
  int width(List<Integer> widths) {
    final int cells = widths.stream().mapToInt(Integer::intValue).sum();
    return cells + gap.length() * (widths.size() - 1) + 2 * edge.length();
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
