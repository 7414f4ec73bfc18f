package io.github.bedrockjdbc.adapter.kept;

/**
 * When something was asked for, by two clocks.
 *
 * @param nanos of a clock that nobody sets, but that may stand still while a machine sleeps
 * @param millis of the clock on the wall, since 1970
 */
public record Moment(long nanos, long millis) {
  /** By the clock that nobody sets. */
  boolean isAfter(Moment other) {
    return nanos - other.nanos > 0;
  }
}
