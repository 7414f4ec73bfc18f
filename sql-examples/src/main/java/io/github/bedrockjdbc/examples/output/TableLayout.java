package io.github.bedrockjdbc.examples.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns that a table shows.
 *
 * @param shown places of the columns, from the left
 * @param widths of these columns
 */
record TableLayout(List<Integer> shown, List<Integer> widths) {
  /** An ARN or a message still says something in so many columns, each time a little less. */
  private static final List<Integer> LEAST_TEXTS = List.of(16, 12, 8);

  /** Where columns are left out, the others should be worth reading. */
  private static final int TEXTS_IN_WIDTH = 8;

  private static final int LEAST_OF_TWO = 4;

  /** The day, and that it goes on. */
  private static final int LEAST_TIME = 11;

  private static final int LEAST_LABEL = 8;

  /** Why a job failed is what people look for. */
  private static final String KEPT = "message";

  TableLayout {
    shown = List.copyOf(shown);
    widths = List.copyOf(widths);
  }

  /**
   * Fits the columns into a width: long text is shortened, then times are, then columns are left
   * out from the right, a message last.
   */
  static TableLayout fit(List<Column> columns, List<List<String>> rows, Look look) {
    final List<Measured> measured = measured(columns, rows, look);
    if (columns.size() == 1) {
      final int most = Math.max(1, look.width() - look.border().width(List.of(0)));
      return new TableLayout(List.of(0), List.of(Math.min(measured.get(0).natural(), most)));
    }
    for (int leastText : LEAST_TEXTS) {
      for (boolean areTimesWhole : List.of(true, false)) {
        final List<Integer> least = least(measured, leastText, areTimesWhole);
        if (spare(least, look) >= 0) {
          return of(measured, least, look);
        }
      }
    }
    return ofSome(measured, look);
  }

  /** Whether nothing has to be shortened or left out; a single column never is. */
  static boolean isWhole(List<Column> columns, List<List<String>> rows, Look look) {
    final List<Integer> natural =
        measured(columns, rows, look).stream().map(Measured::natural).toList();
    return columns.size() == 1 || spare(natural, look) >= 0;
  }

  private static List<Measured> measured(List<Column> columns, List<List<String>> rows, Look look) {
    return IntStream.range(0, columns.size())
        .mapToObj(place -> Measured.of(place, columns.get(place), rows, look))
        .toList();
  }

  /** Leaves out what is to the right, but neither the first column nor a message. */
  private static TableLayout ofSome(List<Measured> all, Look look) {
    final List<Measured> some = new ArrayList<>(all);
    final int text =
        Math.min(LEAST_TEXTS.get(1), Math.max(LEAST_LABEL, look.width() / TEXTS_IN_WIDTH));
    List<Integer> least = least(some, text, false);
    for (int i = all.size() - 1; i > 0 && spare(least, look) < 0; i--) {
      if (!all.get(i).isKept()) {
        some.remove(all.get(i));
        least = least(some, some.size() > 2 ? text : LEAST_OF_TWO, false);
      }
    }
    return of(some, least, look);
  }

  private static TableLayout of(List<Measured> columns, List<Integer> least, Look look) {
    final List<Integer> natural = columns.stream().map(Measured::natural).toList();
    final List<Integer> widths = shared(natural, least, look);
    // A shortened time leaves blanks, which other columns can use.
    final List<Integer> useful =
        IntStream.range(0, columns.size())
            .mapToObj(i -> columns.get(i).useful(widths.get(i)))
            .toList();
    return new TableLayout(
        columns.stream().map(Measured::place).toList(), shared(useful, least, look));
  }

  private static List<Integer> least(List<Measured> columns, int text, boolean areTimesWhole) {
    return columns.stream()
        .map(column -> column.least(text, areTimesWhole))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The widest columns give way first. */
  private static List<Integer> shared(List<Integer> natural, List<Integer> least, Look look) {
    int most = look.width();
    List<Integer> widths = capped(natural, least, most);
    while (most > 1 && spare(widths, look) < 0) {
      most--;
      widths = capped(natural, least, most);
    }
    int spare = spare(widths, look);
    for (int i = 0; i < widths.size() && spare > 0; i++) {
      if (widths.get(i) < natural.get(i)) {
        widths.set(i, widths.get(i) + 1);
        spare--;
      }
    }
    return widths;
  }

  private static List<Integer> capped(List<Integer> natural, List<Integer> least, int most) {
    return IntStream.range(0, natural.size())
        .mapToObj(i -> Math.max(least.get(i), Math.min(natural.get(i), most)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** What the width leaves; negative if it is not enough. */
  private static int spare(List<Integer> widths, Look look) {
    return look.width() - look.border().width(widths);
  }

  /** How wide a column is and may be. */
  private record Measured(int place, Column column, int label, int values) {
    static Measured of(int place, Column column, List<List<String>> rows, Look look) {
      int values = 0;
      for (List<String> row : rows) {
        values = Math.max(values, Text.width(row.get(place)));
      }
      final int label = look.areRowsAlone() ? 0 : Text.width(column.label());
      return new Measured(place, column, label, values);
    }

    int natural() {
      return Math.max(label, values);
    }

    int least(int text, boolean areTimesWhole) {
      final int most =
          switch (column.kind()) {
            case TEXT -> text;
            case TIMESTAMP -> areTimesWhole ? values : LEAST_TIME;
            default -> values;
          };
      return Math.max(Math.min(values, most), Math.min(label, text));
    }

    /** The most that it has a use for where it got so much. */
    int useful(int width) {
      return column.kind() == Column.Kind.TIMESTAMP && width < values
          ? Text.usefulTimeWidth(width)
          : natural();
    }

    boolean isKept() {
      return column.label().equalsIgnoreCase(KEPT);
    }
  }
}
