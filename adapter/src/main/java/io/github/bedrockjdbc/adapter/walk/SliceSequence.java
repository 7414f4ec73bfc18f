package io.github.bedrockjdbc.adapter.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slices of a walk in its order, and the one whose rows are given. For one thread at a time.
 */
final class SliceSequence {
  private final List<TimeSlice> slices = new ArrayList<>();
  private int current;

  SliceSequence(TimeSlice whole) {
    slices.add(whole);
  }

  /** The first one, which is the whole walk until it is cut. */
  TimeSlice first() {
    return slices.get(0);
  }

  List<TimeSlice> all() {
    return slices;
  }

  boolean isCut() {
    return slices.size() > 1;
  }

  boolean isAtEnd() {
    return current == slices.size();
  }

  /** The one whose rows are given; none at the end. */
  TimeSlice current() {
    return slices.get(current);
  }

  /** All rows of the current one were given. */
  void goOn() {
    current++;
  }

  /** Whether there are pages that were not asked for. */
  boolean hasMore() {
    return slices.stream().anyMatch(slice -> !slice.isDone());
  }

  /** Pages that are here and were not taken. */
  int ahead() {
    return slices.stream().mapToInt(TimeSlice::ahead).sum();
  }

  /** The next one whose next page can be asked for. */
  Optional<TimeSlice> idle() {
    return left().filter(TimeSlice::isIdle).findFirst();
  }

  /**
   * The one with the most pages left.
   *
   * @param end where the last job is
   */
  TimeSlice largest(long end) {
    return left().max(Comparator.comparingDouble(slice -> slice.pagesLeft(end))).orElseThrow();
  }

  private Stream<TimeSlice> left() {
    return slices.subList(current, slices.size()).stream();
  }

  /** A slice was cut, and this is the rest of it. */
  void addAfter(TimeSlice slice, TimeSlice rest) {
    slices.add(slices.indexOf(slice) + 1, rest);
  }
}
