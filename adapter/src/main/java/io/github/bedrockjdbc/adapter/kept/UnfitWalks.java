package io.github.bedrockjdbc.adapter.kept;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks that could not be kept, as there was no room or a value could not be read, so that they are
 * not begun again in vain. After a while they may be. Not for several threads.
 */
final class UnfitWalks {
  private static final Duration NOTED = Duration.ofHours(1);
  private static final int MOST = 100;

  private final Deque<Note> notes = new ArrayDeque<>();
  private final AgeClock clock;

  UnfitWalks(AgeClock clock) {
    this.clock = clock;
  }

  /** Periods move on with the clock while this is noted. */
  void add(Wanted wanted) {
    final Wanted later = wanted.beginningLater(NOTED);
    notes.removeIf(note -> later.covers(note.wanted));
    notes.add(new Note(later, clock.now()));
    if (notes.size() > MOST) {
      notes.remove();
    }
  }

  /** Whether such a walk could not be kept a short time ago. */
  boolean contains(Wanted wanted) {
    notes.removeIf(note -> clock.since(note.at).compareTo(NOTED) > 0);
    return notes.stream().anyMatch(note -> wanted.covers(note.wanted));
  }

  private record Note(Wanted wanted, Moment at) {}
}
