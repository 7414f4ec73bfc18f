package io.github.bedrockjdbc.emulator.behavior;

/** In which order the list gives jobs when it sorts by their submission. */
public enum JobOrder {
  /** By submission to the millisecond. */
  MILLISECONDS,
  /** By submission to the second; jobs of one second come in an arbitrary order. */
  SECONDS,
  /** In no order at all. */
  SHUFFLED;
}
