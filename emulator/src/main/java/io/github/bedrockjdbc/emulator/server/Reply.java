package io.github.bedrockjdbc.emulator.server;

import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.http.Answer;
import java.util.Optional;

/**
 * An answer, and how it goes over the wire.
 *
 * @param endless what follows the body without end
 */
record Reply(Answer answer, Delivery delivery, Optional<Fault.Endless> endless) {
  /** How much of an answer arrives. */
  enum Delivery {
    WHOLE,
    /** Half of the body, then the end of the stream. */
    CUT,
    /** Half of the body, then a reset. */
    RESET_MIDWAY,
    /** A reset at once. */
    RESET_FIRST,
    /** The end of the stream at once. */
    NOTHING,
    /** The body, and more of it for ever. */
    ENDLESS;

    /** Whether not even a status is sent. */
    boolean isSilent() {
      return this == RESET_FIRST || this == NOTHING;
    }
  }

  Reply(Answer answer, Delivery delivery) {
    this(answer, delivery, Optional.empty());
  }

  static Reply whole(Answer answer) {
    return new Reply(answer, Delivery.WHOLE);
  }
}
