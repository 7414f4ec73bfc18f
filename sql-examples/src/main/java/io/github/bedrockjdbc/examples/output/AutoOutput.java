package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A table if the first rows fit into the width in full, else each value on a line of its own. */
public final class AutoOutput implements Output {
  private final FirstRows rows;

  public AutoOutput(Writer out, Look look) {
    this.rows =
        new FirstRows(
            (columns, first) ->
                TableLayout.isWhole(columns, look.cells(first), look)
                    ? new TableOutput(out, look)
                    : new VerticalOutput(out, look));
  }

  @Override
  public void begin(List<Column> columns) {
    rows.begin(columns);
  }

  @Override
  public void row(List<String> values) throws IOException {
    rows.row(values);
  }

  @Override
  public void end(long count) throws IOException {
    rows.end(count);
  }
}
