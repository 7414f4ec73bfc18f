package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Each value on a line of its own, in full. */
final class VerticalOutput implements Output {
  private static final int RULE = 60;

  private final Writer out;
  private List<Column> columns = List.of();
  private int labels;
  private long row;

  VerticalOutput(Writer out) {
    this.out = out;
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
    out.write(head + "-".repeat(Math.max(0, RULE - head.length())) + "\n");
    for (int i = 0; i < values.size(); i++) {
      final String label = Text.padded(columns.get(i).label(), labels);
      out.write((label + " | " + Text.cell(values.get(i))).stripTrailing() + "\n");
    }
  }

  @Override
  public void end(long rows) throws IOException {
    out.write(Text.count(rows) + "\n");
  }
}
