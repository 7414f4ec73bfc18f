package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first rows until there are enough to choose by; then all goes to what was chosen. */
final class FirstRows implements Output {
  private static final int ENOUGH = 500;

  private final Choice choice;
  private final List<List<String>> first = new ArrayList<>();
  private List<Column> columns = List.of();
  private Output chosen;

  FirstRows(Choice choice) {
    this.choice = choice;
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
    first.add(values);
    if (first.size() >= ENOUGH) {
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
    chosen = choice.by(columns, List.copyOf(first));
    chosen.begin(columns);
    for (List<String> values : first) {
      chosen.row(values);
    }
    first.clear();
  }

  /** Where rows go, by the first of them or, where there are few, all. */
  interface Choice {
    Output by(List<Column> columns, List<List<String>> first);
  }
}
