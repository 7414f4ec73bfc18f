package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.row.JobDecoder;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.function.IntFunction;

/** What a statement sees of rows that are kept. */
public final class ShownRows {
  private final int width;
  private final JobColumn[] columns;
  private final int[] places;
  private final Execution execution;

  /**
   * @param layout of the rows to show; a hint is null
   * @param execution is told of required texts that a job lacks
   */
  public ShownRows(RowLayout layout, Execution execution) {
    this.width = layout.width();
    this.columns = layout.columns().toArray(new JobColumn[0]);
    this.places = layout.columns().stream().mapToInt(KeptBlock.LAYOUT::indexOf).toArray();
    this.execution = execution;
  }

  /**
   * A row.
   *
   * @param kept the values of one that is kept, by place
   */
  public Object[] of(IntFunction<Object> kept) {
    final Object[] shown = new Object[width];
    for (int i = 0; i < columns.length; i++) {
      final Object value = kept.apply(places[i]);
      shown[i] =
          value == null && !columns[i].isNullable()
              ? JobDecoder.shown(columns[i], (String) kept.apply(KeptBlock.ARN), execution)
              : value;
    }
    return shown;
  }
}
