package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Each value on a line of its own, in full. */
public final class VerticalOutput implements Output {
  private static final int RULE = 60;

  private final Writer out;
  private final Style style;
  private List<Column> columns = List.of();
  private int labels;
  private long row;

  public VerticalOutput(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void begin(List<Column> newColumns) {
    columns = newColumns;
    labels = columns.stream().mapToInt(column -> Text.width(column.label())).max().orElse(0);
  }

  @Override
  public void row(List<String> values) throws IOException {
    row++;
    final String head = "-[ row " + row + " ]";
    out.write(style.faint(head + "-".repeat(Math.max(0, RULE - head.length()))) + "\n");
    for (int i = 0; i < values.size(); i++) {
      final String label = style.strong(Text.padded(columns.get(i).label(), labels));
      final String value = values.get(i);
      final String cell = style.cell(columns.get(i), value, Text.cell(value));
      out.write((label + " | " + cell).stripTrailing() + "\n");
    }
  }

  @Override
  public void end(long rows) throws IOException {
    out.write(style.faint(Text.count(rows)) + "\n");
  }
}
