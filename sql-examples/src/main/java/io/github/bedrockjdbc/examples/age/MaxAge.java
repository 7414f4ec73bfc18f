package io.github.bedrockjdbc.examples.age;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * How old rows may be that are shown.
 *
 * @param seconds 0: each statement asks for its own
 * @param isGiven whether somebody typed it, so that it counts instead of the URL's
 */
public record MaxAge(int seconds, boolean isGiven) {
  public static final int MOST = 86_400;

  /** Each statement of a script is on its own, as it is in a program. */
  public static final MaxAge OF_SCRIPT = new MaxAge(0, false);

  /**
   * Who tries variants of a statement does not wait for the list each time. What has changed since
   * costs a request as a rule, so that more would spare little.
   */
  public static final MaxAge OF_PROMPT = new MaxAge(30, false);

  private static final int MOST_OF_WATCH = 60;
  private static final String PROPERTY = "maxAge";

  public static MaxAge given(int seconds) {
    return new MaxAge(seconds, true);
  }

  /**
   * Less than the interval: the statements of one round share their rows, and the next round finds
   * these too old, so that it asks for what has changed. Below two seconds, a round asks for all.
   */
  public static MaxAge ofWatch(Duration interval) {
    return new MaxAge((int) Math.max(0, Math.min(MOST_OF_WATCH, interval.toSeconds() - 1)), false);
  }

  /** What the URL's own setting goes before. */
  public Properties properties() {
    final Properties properties = new Properties();
    properties.setProperty(PROPERTY, Integer.toString(seconds));
    return properties;
  }

  /** What goes before the URL's. */
  public Optional<String> statement() {
    return isGiven ? Optional.of(setting(seconds)) : Optional.empty();
  }

  public static String setting(int seconds) {
    return "SET " + PROPERTY + " = " + seconds;
  }
}
