package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A table as wide as the terminal. The first rows decide how wide the columns are; the rest is
 * written as it comes.
 */
public final class TableOutput implements Output {
  private final FirstRows rows;
  private boolean isAlone;

  public TableOutput(Writer out, Look look) {
    this.rows =
        new FirstRows(
            (columns, first) ->
                new FittedTable(out, look, TableLayout.fit(columns, look.cells(first), look)));
  }

  @Override
  public void begin(List<Column> columns) {
    isAlone = columns.size() == 1;
    rows.begin(columns);
  }

  @Override
  public void row(List<String> values) throws IOException {
    if (isAlone && values.get(0) != null) {
      // A plan, or a message: nothing stands beside it, so that its lines can stay as they are.
      for (String line : values.get(0).split("\\R", -1)) {
        rows.row(List.of(line));
      }
    } else {
      rows.row(values);
    }
  }

  @Override
  public void end(long count) throws IOException {
    rows.end(count);
  }
}
