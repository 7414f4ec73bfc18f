package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as wide as the terminal. The first rows decide how wide the columns are; the rest is
 * written as it comes.
 */
public final class TableOutput implements Output {
  static final int SAMPLE = 500;

  private final Writer out;
  private final Look look;
  private final List<List<String>> sample = new ArrayList<>();
  private List<Column> columns = List.of();
  private TableLayout layout;

  public TableOutput(Writer out, Look look) {
    this.out = out;
    this.look = look;
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
        take(List.of(line));
      }
    } else {
      take(values);
    }
  }

  private void take(List<String> values) throws IOException {
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
    if (look.border() == Border.AROUND) {
      writeRule();
    }
    if (look.areRowsAlone()) {
      return;
    }
    final StringBuilder foot = new StringBuilder(Text.count(rows));
    final int left = columns.size() - layout.widths().size();
    if (left > 0) {
      final String what = left == 1 ? " more column" : " more columns";
      foot.append(" and ").append(left).append(what);
      foot.append("; ").append(look.hints().allColumns()).append(" shows all");
    }
    out.write(look.style().faint(foot.toString()) + "\n");
  }

  private void writeSample() throws IOException {
    layout = TableLayout.fit(columns, cells(sample, look), look);
    if (look.border() == Border.AROUND) {
      writeRule();
    }
    if (!look.areRowsAlone()) {
      writeLabels();
      writeRule();
    }
    for (List<String> values : sample) {
      write(values);
    }
    sample.clear();
  }

  private void writeRule() throws IOException {
    out.write(look.style().faint(look.border().rule(layout.widths())) + "\n");
  }

  /** A label may be shortened where a number may not. */
  private void writeLabels() throws IOException {
    final List<String> labels = new ArrayList<>();
    for (int i = 0; i < layout.widths().size(); i++) {
      final Column column = columns.get(layout.shown().get(i));
      final int columnWidth = layout.widths().get(i);
      final String label = Text.shortened(column.label(), columnWidth);
      labels.add(look.style().strong(fitted(column, label, columnWidth)));
    }
    line(labels);
  }

  private void write(List<String> values) throws IOException {
    final List<String> shown = new ArrayList<>();
    for (int i = 0; i < layout.widths().size(); i++) {
      final int place = layout.shown().get(i);
      final Column column = columns.get(place);
      final String value = values.get(place);
      final String fitted = fitted(column, look.cell(value), layout.widths().get(i));
      shown.add(look.style().cell(column, value, fitted));
    }
    line(shown);
  }

  private void line(List<String> cells) throws IOException {
    out.write(look.border().line(cells) + "\n");
  }

  /** What stands in rows. */
  static List<List<String>> cells(List<List<String>> rows, Look look) {
    return rows.stream().map(values -> values.stream().map(look::cell).toList()).toList();
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
