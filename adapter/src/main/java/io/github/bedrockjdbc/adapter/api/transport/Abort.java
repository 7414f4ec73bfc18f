package io.github.bedrockjdbc.adapter.api.transport;

import java.io.IOException;
import java.util.Optional;

/** Ends an exchange from another thread by closing what it waits for. */
final class Abort {
  private Optional<Runnable> closing = Optional.empty();
  private boolean isAborted;

  /** What to close from now on, instead of what was given before; at once if it is over. */
  synchronized void closes(Runnable action) throws IOException {
    closing = Optional.of(action);
    if (isAborted) {
      action.run();
      throw new IOException("it was aborted");
    }
  }

  /** The exchange is over, and others may use what it used. */
  synchronized void disarm() {
    closing = Optional.empty();
  }

  synchronized void now() {
    isAborted = true;
    closing.ifPresent(Runnable::run);
  }
}
