package io.github.bedrockjdbc.adapter.kept;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks for which there was no room, so that they are not begun again in vain. After a while they
 * may be: other rows may have gone. Not for several threads.
 */
final class LargeWalks {
  private static final Duration NOTED = Duration.ofHours(1);
  private static final Duration SAME_PERIOD = Duration.ofDays(1);
  private static final int MOST = 100;

  private final Deque<Note> notes = new ArrayDeque<>();
  private final AgeClock clock;

  LargeWalks(AgeClock clock) {
    this.clock = clock;
  }

  /** Periods move on with the clock: one that begins a little later will not fit either. */
  void add(Wanted wanted) {
    final Wanted later = wanted.beginningLater(SAME_PERIOD);
    notes.removeIf(note -> later.covers(note.wanted));
    notes.add(new Note(later, clock.now()));
    if (notes.size() > MOST) {
      notes.remove();
    }
  }

  /** Whether such a walk did not fit a short time ago. */
  boolean contains(Wanted wanted) {
    notes.removeIf(note -> clock.since(note.at).compareTo(NOTED) > 0);
    return notes.stream().anyMatch(note -> wanted.covers(note.wanted));
  }

  private record Note(Wanted wanted, Moment at) {}
}
