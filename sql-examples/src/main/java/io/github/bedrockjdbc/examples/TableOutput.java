package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as wide as the terminal. The first rows decide how wide the columns are; the rest is
 * written as it comes.
 */
final class TableOutput implements Output {
  private static final int SAMPLE = 500;

  private final Writer out;
  private final int width;
  private final List<List<String>> sample = new ArrayList<>();
  private List<Column> columns = List.of();
  private TableLayout layout;

  TableOutput(Writer out, int width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void begin(List<Column> newColumns) {
    columns = newColumns;
  }

  @Override
  public void row(List<String> values) throws IOException {
    if (columns.size() == 1 && values.get(0) != null) {
      // A plan, or a message: nothing stands beside it, so that its lines can stay as they are.
      for (String line : values.get(0).split("\\R", -1)) {
        cells(List.of(line));
      }
    } else {
      cells(values);
    }
  }

  private void cells(List<String> values) throws IOException {
    final List<String> cells = values.stream().map(Text::cell).toList();
    if (layout != null) {
      write(cells);
      return;
    }
    sample.add(cells);
    if (sample.size() >= SAMPLE) {
      writeSample();
    }
  }

  @Override
  public void end(long rows) throws IOException {
    if (layout == null) {
      writeSample();
    }
    out.write(Text.count(rows));
    final int left = columns.size() - layout.widths().size();
    if (left > 0) {
      final String what = left == 1 ? " more column" : " more columns";
      out.write(" and " + left + what + "; --format vertical shows all");
    }
    out.write("\n");
  }

  private void writeSample() throws IOException {
    layout = TableLayout.fit(columns, sample, width);
    writeLabels();
    out.write(layout.widths().stream().map(w -> "-".repeat(w + 2)).collect(joining("+", "", "\n")));
    for (List<String> cells : sample) {
      write(cells);
    }
    sample.clear();
  }

  /** A label may be shortened where a number may not. */
  private void writeLabels() throws IOException {
    final List<String> labels = new ArrayList<>();
    for (int i = 0; i < layout.widths().size(); i++) {
      labels.add(Text.shortened(columns.get(i).label(), layout.widths().get(i)));
    }
    write(labels);
  }

  private void write(List<String> cells) throws IOException {
    final List<String> shown = new ArrayList<>();
    for (int i = 0; i < layout.widths().size(); i++) {
      shown.add(fitted(columns.get(i), cells.get(i), layout.widths().get(i)));
    }
    out.write((" " + String.join(" | ", shown)).stripTrailing() + "\n");
  }

  /** Numbers are never shortened, nor is a column that nothing stands beside: it may wrap. */
  private String fitted(Column column, String cell, int columnWidth) {
    if (column.isNumber()) {
      return Text.rightAligned(cell, columnWidth);
    }
    final String shown = columns.size() == 1 ? cell : Text.shortened(cell, columnWidth);
    return Text.padded(shown, columnWidth);
  }
}
