package io.github.bedrockjdbc.emulator;

/** An answer, and how it goes over the wire. */
record Reply(Answer answer, Delivery delivery) {
  /** How much of an answer arrives. */
  enum Delivery {
    WHOLE,
    /** Half of the body, then the end of the stream. */
    CUT,
    /** Half of the body, then a reset. */
    RESET_MIDWAY,
    /** A reset at once. */
    RESET_FIRST
  }

  static Reply whole(Answer answer) {
    return new Reply(answer, Delivery.WHOLE);
  }
}
