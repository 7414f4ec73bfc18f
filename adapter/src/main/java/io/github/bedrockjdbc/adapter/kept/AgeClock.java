package io.github.bedrockjdbc.adapter.kept;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Tells how old rows are. A monotonic clock may stand still while the machine sleeps, and the wall
 * clock may be set back, so the larger of both ages counts: rows are never older than they seem.
 */
public final class AgeClock {
  private final Ticker ticker;
  private final InstantSource wall;

  /**
   * @param ticker is monotonic
   * @param wall goes on while the machine sleeps
   */
  public AgeClock(Ticker ticker, InstantSource wall) {
    this.ticker = ticker;
    this.wall = wall;
  }

  /** The clocks of this machine. */
  public static AgeClock system() {
    return new AgeClock(Ticker.systemTicker(), InstantSource.system());
  }

  /** Now: to be noted before something is read. */
  public Moment now() {
    return new Moment(ticker.read(), wall.millis());
  }

  /** The age of what was asked for then. */
  public Duration since(Moment begun) {
    return between(begun, now());
  }

  /** How much later the second moment is; negative if it is the earlier one. */
  public Duration between(Moment begun, Moment end) {
    final Duration awake = Duration.ofNanos(end.nanos() - begun.nanos());
    final Duration onWall = Duration.ofMillis(end.millis() - begun.millis());
    return awake.compareTo(onWall) > 0 ? awake : onWall;
  }
}
