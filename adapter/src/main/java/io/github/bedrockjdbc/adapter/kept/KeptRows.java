package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.row.PulledRows;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;

/** Rows that need no call. */
final class KeptRows extends PulledRows {
  private final List<KeptBlock> blocks;
  private final ShownRows shown;
  private final int step;
  private int block;
  private int row;

  KeptRows(
      List<KeptBlock> blocks, RowLayout layout, boolean isReversed, int from, Execution execution) {
    this.blocks = blocks;
    this.shown = new ShownRows(layout, execution);
    this.step = isReversed ? -1 : 1;
    this.block = isReversed ? blocks.size() - 1 : 0;
    this.row = start();
    int left = from;
    while (left > 0 && hasBlock()) {
      left -= skip(left);
    }
  }

  private boolean hasBlock() {
    return block >= 0 && block < blocks.size();
  }

  private int start() {
    return step > 0 || !hasBlock() ? 0 : blocks.get(block).size() - 1;
  }

  /** Leaves out at most so many, all of one block; says how many. */
  private int skip(int most) {
    final int here = step > 0 ? blocks.get(block).size() - row : row + 1;
    final int skipped = Math.min(here, most);
    move(skipped);
    return skipped;
  }

  private void move(int rows) {
    row += step * rows;
    if (row < 0 || row >= blocks.get(block).size()) {
      block += step;
      row = start();
    }
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    if (!hasBlock()) {
      return null;
    }
    final KeptBlock here = blocks.get(block);
    final int at = row;
    move(1);
    return shown.of(place -> here.value(place, at));
  }
}
