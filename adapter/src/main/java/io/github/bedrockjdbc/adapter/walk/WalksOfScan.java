package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.row.SeenJobs;
import java.util.concurrent.atomic.AtomicInteger;

/** What the walks of one scan share, whatever source they read. Safe for several threads. */
final class WalksOfScan {
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

  int count() {
    return count;
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
