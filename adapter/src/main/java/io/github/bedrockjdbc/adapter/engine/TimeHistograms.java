package io.github.bedrockjdbc.adapter.engine;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When the jobs of each walk were submitted, as earlier walks told. Jobs are not deleted, so that
 * the oldest one stays it; where it does not, such as after a change of its status, only the work
 * is divided less evenly. Safe for several threads.
 */
public final class TimeHistograms {
  private static final int MOST = 100;

  private final Map<Walk, TimeHistogram> histograms = new LinkedHashMap<>();

  /** What is known, which may be nothing. */
  public synchronized TimeHistogram known(ListRequest request, long asker) {
    return histograms.getOrDefault(Walk.of(request, asker), TimeHistogram.UNKNOWN);
  }

  /**
   * When a walk's last job was submitted, in milliseconds: newer ones may have come since. Empty if
   * it is not known yet.
   */
  public Optional<Long> last(ListRequest request, long asker) {
    final TimeHistogram known = known(request, asker);
    if (!request.isDescending()) {
      return known.newest().stream().boxed().findFirst();
    }
    return Optional.of(known).filter(TimeHistogram::isKnown).map(TimeHistogram::oldest);
  }

  /** Asks for it and remembers the answer. */
  public Optional<Long> asked(ListRequest request, long asker, Supplier<Optional<Long>> asking) {
    final Optional<Long> time = asking.get();
    time.ifPresent(millis -> note(request, asker, TimeHistogram.since(millis)));
    return time;
  }

  /** Remembers what a walk has read. */
  public synchronized void note(ListRequest request, long asker, TimeHistogram histogram) {
    final Walk walk = Walk.of(request, asker);
    histograms.remove(walk);
    histograms.put(walk, histogram);
    if (histograms.size() > MOST) {
      histograms.remove(histograms.keySet().iterator().next());
    }
  }

  /** Which jobs a walk gives, in whatever order and pages. */
  private record Walk(long asker, ListRequest selection) {
    static Walk of(ListRequest request, long asker) {
      return new Walk(asker, request.ofSelection());
    }
  }
}
