package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Each value on a line of its own, in full. */
public final class VerticalOutput implements Output {
  private static final int RULE = 60;

  private final Writer out;
  private final Look look;
  private List<Column> columns = List.of();
  private int labels;
  private long row;

  public VerticalOutput(Writer out, Look look) {
    this.out = out;
    this.look = look;
  }

  @Override
  public void begin(List<Column> newColumns) {
    columns = newColumns;
    labels = columns.stream().mapToInt(column -> Text.width(column.label())).max().orElse(0);
  }

  @Override
  public void row(List<String> values) throws IOException {
    row++;
    writeHead();
    for (int i = 0; i < values.size(); i++) {
      final String label = look.style().strong(Text.padded(columns.get(i).label(), labels));
      final String value = values.get(i);
      final String cell = look.style().cell(columns.get(i), value, look.cell(value));
      out.write((label + " | " + cell).stripTrailing() + "\n");
    }
  }

  @Override
  public void end(long rows) throws IOException {
    if (!look.areRowsAlone()) {
      out.write(look.style().faint(Text.count(rows)) + "\n");
    }
  }

  private void writeHead() throws IOException {
    if (!look.areRowsAlone()) {
      final String head = "-[ row " + row + " ]";
      out.write(look.style().faint(head + "-".repeat(RULE - head.length())) + "\n");
    } else if (row > 1) {
      out.write("\n");
    }
  }
}
