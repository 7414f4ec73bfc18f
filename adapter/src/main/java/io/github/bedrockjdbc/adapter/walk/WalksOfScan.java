package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.row.SeenJobs;
import java.util.concurrent.atomic.AtomicInteger;

/** What the walks of one scan share, whatever source they read. Safe for several threads. */
final class WalksOfScan {
  /** Of the heap, for all pages that wait. */
  private static final int PART_OF_MEMORY = 16;

  /** What a value takes, with the row's share. */
  private static final int BYTES_OF_A_VALUE = 100;

  private final int count;
  private final SeenJobs given = new SeenJobs();
  private final AtomicInteger cuts;
  private volatile boolean isReadOn;

  /**
   * @param count how many there are, as far as is known
   * @param parallelism how many requests may be under way at once
   */
  WalksOfScan(int count, int parallelism) {
    this.count = Math.max(1, count);
    this.cuts = new AtomicInteger(2 * parallelism - 1);
  }

  /** How many values of each walk may wait to be read. */
  long mostValues() {
    return Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / BYTES_OF_A_VALUE / count;
  }

  /** The jobs whose rows were given, by whatever source. */
  SeenJobs given() {
    return given;
  }

  /** The reader goes on after the first page of a walk: it will need those of the others, too. */
  void readOn() {
    isReadOn = true;
  }

  boolean isReadOn() {
    return isReadOn;
  }

  /** Whether a walk may be cut once more, which may cost a request. */
  boolean mayCut() {
    return cuts.get() > 0;
  }

  /** A walk is cut. */
  void cut() {
    cuts.decrementAndGet();
  }
}
