package io.github.bedrockjdbc.examples;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * Ctrl-C cancels what a session runs; a second one, or one with nothing to cancel, ends the JVM.
 */
final class Interrupts {
  private static final String INT = "INT";
  private static final int STATUS = 130;

  private final Session session;
  private final Object before;
  private final AtomicBoolean isAgain = new AtomicBoolean();

  private Interrupts(Session session) {
    this.session = session;
    this.before = Signals.register(INT, this::interrupted);
  }

  static Interrupts of(Session session) {
    return new Interrupts(session);
  }

  void close() {
    Signals.unregister(INT, before);
  }

  private void interrupted() {
    if (isAgain.getAndSet(true) || !cancel(session)) {
      Runtime.getRuntime().halt(STATUS);
    }
  }

  /**
   * Cancels what runs now. Once is not enough: a statement that is still being planned takes no
   * notice.
   *
   * @return false if nothing runs
   */
  static boolean cancel(Session session) {
    boolean found = false;
    try {
      while (session.cancel()) {
        found = true;
        Thread.sleep(50);
      }
    } catch (SQLException e) {
      found = true; // closed meanwhile
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found;
  }
}
