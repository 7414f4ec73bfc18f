package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.row.SeenJobs;
import java.util.ArrayList;
import java.util.List;

/** Collects jobs. Not for several threads. */
public final class KeptJobsBuilder {
  private final List<KeptBlock> blocks = new ArrayList<>();
  private final SharedTexts texts = new SharedTexts();
  private final SeenJobs seen = new SeenJobs();
  private List<Object[]> rows = new ArrayList<>();
  private long bytes;

  /**
   * Adds a row with the values of all columns.
   *
   * @return whether the job is a new one; else nothing was added
   */
  public boolean add(Object[] row) {
    if (!seen.add((String) row[KeptBlock.ARN])) {
      return false;
    }
    rows.add(row);
    if (rows.size() == KeptBlock.ROWS) {
      pack();
    }
    return true;
  }

  private void pack() {
    final KeptBlock block = KeptBlock.of(rows, texts);
    blocks.add(block);
    bytes += block.bytes();
    rows = new ArrayList<>();
  }

  /** About what was packed so far takes of the heap. */
  public long bytes() {
    return bytes;
  }

  /** What was added, in that order. */
  public KeptJobs build() {
    if (!rows.isEmpty()) {
      pack();
    }
    return new KeptJobs(blocks);
  }
}
