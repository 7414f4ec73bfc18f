package io.github.bedrockjdbc.examples.output;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as wide as the terminal. The first rows decide how wide the columns are; the rest is
 * written as it comes.
 */
public final class TableOutput implements Output {
  private static final int SAMPLE = 500;

  private final Writer out;
  private final int width;
  private final Style style;
  private final String allColumns;
  private final List<List<String>> sample = new ArrayList<>();
  private List<Column> columns = List.of();
  private TableLayout layout;

  /**
   * @param allColumns what a person types to see the columns that are left out
   */
  public TableOutput(Writer out, int width, Style style, String allColumns) {
    this.out = out;
    this.width = width;
    this.style = style;
    this.allColumns = allColumns;
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
    if (layout != null) {
      write(values);
      return;
    }
    sample.add(values);
    if (sample.size() >= SAMPLE) {
      writeSample();
    }
  }

  @Override
  public void end(long rows) throws IOException {
    if (layout == null) {
      writeSample();
    }
    final StringBuilder foot = new StringBuilder(Text.count(rows));
    final int left = columns.size() - layout.widths().size();
    if (left > 0) {
      final String what = left == 1 ? " more column" : " more columns";
      foot.append(" and ").append(left).append(what);
      foot.append("; ").append(allColumns).append(" shows all");
    }
    out.write(style.faint(foot.toString()) + "\n");
  }

  private void writeSample() throws IOException {
    layout = TableLayout.fit(columns, sample.stream().map(TableOutput::shown).toList(), width);
    writeLabels();
    final String rule = layout.widths().stream().map(w -> "-".repeat(w + 2)).collect(joining("+"));
    out.write(style.faint(rule) + "\n");
    for (List<String> values : sample) {
      write(values);
    }
    sample.clear();
  }

  /** A label may be shortened where a number may not. */
  private void writeLabels() throws IOException {
    final List<String> labels = new ArrayList<>();
    for (int i = 0; i < layout.widths().size(); i++) {
      final Column column = columns.get(layout.shown().get(i));
      final int columnWidth = layout.widths().get(i);
      final String label = Text.shortened(column.label(), columnWidth);
      labels.add(style.strong(fitted(column, label, columnWidth)));
    }
    line(labels);
  }

  private void write(List<String> values) throws IOException {
    final List<String> shown = new ArrayList<>();
    for (int i = 0; i < layout.widths().size(); i++) {
      final int place = layout.shown().get(i);
      final Column column = columns.get(place);
      final String value = values.get(place);
      final String fitted = fitted(column, Text.cell(value), layout.widths().get(i));
      shown.add(style.cell(column, value, fitted));
    }
    line(shown);
  }

  private void line(List<String> cells) throws IOException {
    out.write((" " + String.join(" | ", cells)).stripTrailing() + "\n");
  }

  private static List<String> shown(List<String> values) {
    return values.stream().map(Text::cell).toList();
  }

  /** Numbers are never shortened, nor is a column that nothing stands beside: it may wrap. */
  private String fitted(Column column, String cell, int columnWidth) {
    if (column.isNumber()) {
      return Text.rightAligned(cell, columnWidth);
    }
    final String shown = columns.size() == 1 ? cell : shortened(column, cell, columnWidth);
    return Text.padded(shown, columnWidth);
  }

  private static String shortened(Column column, String cell, int columnWidth) {
    return column.kind() == Column.Kind.TIMESTAMP
        ? Text.shortenedTime(cell, columnWidth)
        : Text.shortened(cell, columnWidth);
  }
}
