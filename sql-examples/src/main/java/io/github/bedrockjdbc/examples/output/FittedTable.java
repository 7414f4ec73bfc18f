package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A table whose columns have their widths. */
final class FittedTable implements Output {
  private final Writer out;
  private final Look look;
  private final TableLayout layout;
  private List<Column> columns = List.of();

  FittedTable(Writer out, Look look, TableLayout layout) {
    this.out = out;
    this.look = look;
    this.layout = layout;
  }

  @Override
  public void begin(List<Column> newColumns) throws IOException {
    columns = newColumns;
    if (look.border() == Border.AROUND) {
      writeRule();
    }
    if (!look.areRowsAlone()) {
      writeLabels();
      writeRule();
    }
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

  @Override
  public void row(List<String> values) throws IOException {
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

  @Override
  public void end(long rows) throws IOException {
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

  private void line(List<String> cells) throws IOException {
    out.write(look.border().line(cells) + "\n");
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
