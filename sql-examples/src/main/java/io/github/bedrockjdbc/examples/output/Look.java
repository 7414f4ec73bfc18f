package io.github.bedrockjdbc.examples.output;

import java.util.List;
import java.util.Optional;

/**
 * How rows look, in any format.
 *
 * @param width columns that a table may take
 * @param style colours
 * @param hints what hints name
 * @param nulls the text of NULL; empty for that of the format
 * @param border lines of a table
 * @param areRowsAlone whether labels and the count of rows are left out
 */
public record Look(
    int width,
    Style style,
    Hints hints,
    Optional<String> nulls,
    Border border,
    boolean areRowsAlone) {
  public static Look usual(int width, Style style, Hints hints) {
    return new Look(width, style, hints, Optional.empty(), Border.BETWEEN, false);
  }

  /** The same on another screen, or in a file. */
  public Look on(int otherWidth, Style otherStyle) {
    return new Look(otherWidth, otherStyle, hints, nulls, border, areRowsAlone);
  }

  public Look withNulls(String text) {
    return new Look(width, style, hints, Optional.of(text), border, areRowsAlone);
  }

  public Look withBorder(Border other) {
    return new Look(width, style, hints, nulls, other, areRowsAlone);
  }

  public Look withRowsAlone(boolean alone) {
    return new Look(width, style, hints, nulls, border, alone);
  }

  /** What stands in rows. */
  List<List<String>> cells(List<List<String>> rows) {
    return rows.stream().map(values -> values.stream().map(this::cell).toList()).toList();
  }

  /** A value where NULL must not be taken for the empty text. */
  String cell(String value) {
    return value == null ? nulls.orElse("NULL") : Text.printable(value);
  }
}
