package io.github.bedrockjdbc.adapter.constraint;

/** Milliseconds from one to another, both in it; empty if the first comes after the last. */
public record TimeRange(long first, long last) {
  public static final TimeRange ALWAYS = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  boolean isEmpty() {
    return first > last;
  }

  TimeRange intersect(TimeRange other) {
    return new TimeRange(Math.max(first, other.first), Math.min(last, other.last));
  }

  /** From the earlier start to the later end. */
  TimeRange hull(TimeRange other) {
    return new TimeRange(Math.min(first, other.first), Math.max(last, other.last));
  }

  boolean covers(TimeRange other) {
    return first <= other.first && last >= other.last;
  }

  boolean overlaps(TimeRange other) {
    return !intersect(other).isEmpty();
  }
}
