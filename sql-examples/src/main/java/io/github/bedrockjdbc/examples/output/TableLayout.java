package io.github.bedrockjdbc.examples.output;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns that a table shows.
 *
 * @param widths of the columns from the left; those to the right of them are left out
 */
record TableLayout(List<Integer> widths) {
  /** An ARN or a message still says something in so many columns. */
  private static final int LEAST_TEXT = 16;

  private static final int LEAST_LABEL = 8;

  /** A blank on either side and the line between. */
  private static final int BORDER = 3;

  TableLayout {
    widths = List.copyOf(widths);
  }

  /** Fits the columns into a width: long text is shortened, then columns are left out. */
  static TableLayout fit(List<Column> columns, List<List<String>> rows, int width) {
    final List<Integer> natural = new ArrayList<>();
    final List<Integer> least = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      final Column column = columns.get(i);
      final int label = Text.width(column.label());
      int values = 0;
      for (List<String> row : rows) {
        values = Math.max(values, Text.width(row.get(i)));
      }
      natural.add(Math.max(label, values));
      final int keep = column.kind() == Column.Kind.TEXT ? Math.min(values, LEAST_TEXT) : values;
      least.add(Math.max(keep, Math.min(label, LEAST_LABEL)));
    }
    if (columns.size() == 1) {
      return new TableLayout(List.of(Math.min(natural.get(0), Math.max(1, width - 2))));
    }
    int shown = columns.size();
    while (shown > 1 && total(least.subList(0, shown)) > width) {
      shown--;
    }
    return new TableLayout(shared(natural.subList(0, shown), least.subList(0, shown), width));
  }

  /** The widest columns give way first. */
  private static List<Integer> shared(List<Integer> natural, List<Integer> least, int width) {
    int most = width;
    List<Integer> widths = capped(natural, least, most);
    while (most > 1 && total(widths) > width) {
      most--;
      widths = capped(natural, least, most);
    }
    int spare = width - total(widths);
    for (int i = 0; i < widths.size() && spare > 0; i++) {
      if (widths.get(i) < natural.get(i)) {
        widths.set(i, widths.get(i) + 1);
        spare--;
      }
    }
    return widths;
  }

  private static List<Integer> capped(List<Integer> natural, List<Integer> least, int most) {
    final List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < natural.size(); i++) {
      widths.add(Math.max(least.get(i), Math.min(natural.get(i), most)));
    }
    return widths;
  }

  private static int total(List<Integer> widths) {
    return widths.stream().mapToInt(w -> w + BORDER).sum() - 1;
  }
}
