package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A table if the first rows fit into the width in full, else each value on a line of its own. */
public final class AutoOutput implements Output {
  private final Writer out;
  private final Look look;
  private final List<List<String>> sample = new ArrayList<>();
  private List<Column> columns = List.of();
  private Output chosen;

  public AutoOutput(Writer out, Look look) {
    this.out = out;
    this.look = look;
  }

  @Override
  public void begin(List<Column> newColumns) {
    columns = newColumns;
  }

  @Override
  public void row(List<String> values) throws IOException {
    if (chosen != null) {
      chosen.row(values);
      return;
    }
    sample.add(values);
    if (sample.size() >= TableOutput.SAMPLE) {
      choose();
    }
  }

  @Override
  public void end(long rows) throws IOException {
    if (chosen == null) {
      choose();
    }
    chosen.end(rows);
  }

  private void choose() throws IOException {
    chosen =
        TableLayout.isWhole(columns, TableOutput.cells(sample, look), look)
            ? new TableOutput(out, look)
            : new VerticalOutput(out, look);
    chosen.begin(columns);
    for (List<String> values : sample) {
      chosen.row(values);
    }
    sample.clear();
  }
}
