package io.github.bedrockjdbc.driver.testing;

import java.util.TimeZone;

/** Runs a test as if the JVM were in another zone. */
public final class InZone {
  /** What a test does. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  private InZone() {}

  public static void run(String zone, Action action) throws Exception {
    final TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      action.run();
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
