package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Jobs with the values of all columns, each once, the newest first or as they came. Immutable. */
public final class KeptJobs {
  /** The values of a row that is kept: those of all columns. */
  public static final RowLayout LAYOUT = KeptBlock.LAYOUT;

  /** So many small ones do no harm. */
  private static final int FEW_BLOCKS = 8;

  /** What they take with whatever leads to them, even if there is none. */
  private static final long BYTES = 1_000;

  private final List<KeptBlock> blocks;
  private final long bytes;

  KeptJobs(List<KeptBlock> blocks) {
    this.blocks = List.copyOf(blocks);
    this.bytes = BYTES + blocks.stream().mapToLong(KeptBlock::bytes).sum();
  }

  /** How many there are. */
  public int size() {
    return blocks.stream().mapToInt(KeptBlock::size).sum();
  }

  /** About what they take of the heap. */
  public long bytes() {
    return bytes;
  }

  /** The ARN of any of them. */
  public Optional<String> anyArn() {
    return blocks.stream().findFirst().map(block -> (String) block.value(KeptBlock.ARN, 0));
  }

  /**
   * Their rows.
   *
   * @param layout of the rows; a hint is null
   * @param isReversed whether the last one comes first
   * @param from how many are left out at the beginning
   * @param execution is told of required texts that a job lacks
   */
  public RowIterator rows(RowLayout layout, boolean isReversed, int from, Execution execution) {
    return new KeptRows(blocks, layout, isReversed, from, execution);
  }

  /** The same, the newest first. */
  public KeptJobs newestFirst() {
    long last = Long.MAX_VALUE;
    for (KeptBlock block : blocks) {
      for (int row = 0; row < block.size(); row++) {
        if (block.submitted(row) > last) {
          return sorted();
        }
        last = block.submitted(row);
      }
    }
    return this;
  }

  /** Takes one row after the other, as all of them at once would take many times the memory. */
  private KeptJobs sorted() {
    final int[] starts = new int[blocks.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + blocks.get(i - 1).size();
    }
    final KeptJobsBuilder sorted = new KeptJobsBuilder();
    for (int row : newestFirst(starts)) {
      final int found = Arrays.binarySearch(starts, row);
      final int block = found < 0 ? -found - 2 : found;
      sorted.add(blocks.get(block).row(row - starts[block]));
    }
    return sorted.build();
  }

  private int[] newestFirst(int[] starts) {
    final long[] times = new long[size()];
    for (int i = 0; i < starts.length; i++) {
      for (int row = 0; row < blocks.get(i).size(); row++) {
        times[starts[i] + row] = blocks.get(i).submitted(row);
      }
    }
    return IntStream.range(0, times.length)
        .boxed()
        .sorted(Comparator.comparingLong(row -> -times[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * How many come before a row submitted then, where the newest or, if reversed, the oldest comes
   * first; those of the same time do not count.
   */
  public int before(long millis, boolean isReversed) {
    return isReversed ? size() - since(millis) : since(millis + 1);
  }

  /** When the newest was submitted; empty if there is none. Of jobs whose newest comes first. */
  OptionalLong newest() {
    return blocks.isEmpty() ? OptionalLong.empty() : OptionalLong.of(blocks.get(0).submitted(0));
  }

  /** When the oldest was submitted that may still change; empty if none may. */
  OptionalLong oldestThatMayChange() {
    for (KeptBlock block : reversed(blocks)) {
      for (int row = block.size() - 1; row >= 0; row--) {
        if (!isFinal((String) block.value(KeptBlock.STATUS, row))) {
          return OptionalLong.of(block.submitted(row));
        }
      }
    }
    return OptionalLong.empty();
  }

  private static List<KeptBlock> reversed(List<KeptBlock> blocks) {
    final List<KeptBlock> reversed = new ArrayList<>(blocks);
    Collections.reverse(reversed);
    return reversed;
  }

  /** A state that is not known may pass. */
  private static boolean isFinal(String status) {
    return status != null && JobStatus.ofWireName(status).filter(JobStatus::isFinal).isPresent();
  }

  /** How many were submitted then or later. Of jobs whose newest comes first. */
  int since(long millis) {
    int count = 0;
    for (KeptBlock block : blocks) {
      if (block.submitted(block.size() - 1) < millis) {
        return count + first(block, millis);
      }
      count += block.size();
    }
    return count;
  }

  /** The first row that was submitted before. */
  private static int first(KeptBlock block, long millis) {
    int row = 0;
    while (row < block.size() && block.submitted(row) >= millis) {
      row++;
    }
    return row;
  }

  /** The ARNs of the first {@code count}. */
  Set<String> arns(int count) {
    final Set<String> arns = new HashSet<>();
    for (KeptBlock block : blocks) {
      for (int row = 0; row < block.size() && arns.size() < count; row++) {
        arns.add((String) block.value(KeptBlock.ARN, row));
      }
    }
    return arns;
  }

  /** The first {@code count}. */
  KeptJobs first(int count) {
    final List<KeptBlock> all = new ArrayList<>();
    int left = count;
    for (KeptBlock block : blocks) {
      if (left >= block.size()) {
        all.add(block);
        left -= block.size();
      } else if (left > 0) {
        all.add(KeptBlock.of(block.rows(0, left), new SharedTexts()));
        left = 0;
      }
    }
    return new KeptJobs(all);
  }

  /**
   * Others instead of the first {@code count}: both with the newest first, and the others newer.
   */
  KeptJobs renewed(KeptJobs others, int count) {
    final List<KeptBlock> all = new ArrayList<>(others.blocks);
    final SharedTexts texts = new SharedTexts();
    int left = count;
    for (KeptBlock block : blocks) {
      if (left >= block.size()) {
        left -= block.size();
      } else {
        all.add(left == 0 ? block : KeptBlock.of(block.rows(left, block.size()), texts));
        left = 0;
      }
    }
    return packed(all);
  }

  /** Renewals leave small blocks behind, which take more memory each than large ones. */
  private static KeptJobs packed(List<KeptBlock> blocks) {
    final KeptJobs jobs = new KeptJobs(blocks);
    if (blocks.size() <= FEW_BLOCKS + 2 * (jobs.size() / KeptBlock.ROWS)) {
      return jobs;
    }
    final KeptJobsBuilder large = new KeptJobsBuilder();
    for (KeptBlock block : blocks) {
      for (int row = 0; row < block.size(); row++) {
        large.add(block.row(row));
      }
    }
    return large.build();
  }
}
