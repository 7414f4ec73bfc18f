package io.github.bedrockjdbc.emulator;

import java.util.Comparator;

/** In which order the list gives jobs when it sorts by their submission. */
public enum JobOrder {
  /** By submission to the millisecond. */
  MILLISECONDS,
  /** By submission to the second; jobs of one second come in an arbitrary order. */
  SECONDS,
  /** In no order at all. */
  SHUFFLED;

  /** Ascending. */
  Comparator<Shelf.Entry> comparator() {
    return switch (this) {
      case MILLISECONDS ->
          Comparator.comparingLong(Shelf.Entry::time).thenComparing(Shelf.Entry::index);
      case SECONDS ->
          Comparator.comparingLong(Shelf.Entry::second).thenComparing(Shelf.Entry::scrambled);
      case SHUFFLED -> Comparator.comparingLong(Shelf.Entry::scrambled);
    };
  }
}
