package io.github.bedrockjdbc.adapter.api.transport;

import java.io.IOException;

/** Ends an exchange from another thread by closing what it waits for. */
final class Abort {
  private static final Runnable NOTHING = () -> {};

  private Runnable closing = NOTHING;
  private boolean isAborted;

  /** What to close from now on, instead of what was given before; at once if it is over. */
  synchronized void closes(Runnable action) throws IOException {
    closing = action;
    if (isAborted) {
      action.run();
      throw new IOException("it was aborted");
    }
  }

  /** The exchange is over, and others may use what it used. */
  synchronized void disarm() {
    closing = NOTHING;
  }

  synchronized void now() {
    isAborted = true;
    closing.run();
  }
}
