package io.github.bedrockjdbc.emulator.behavior;

import io.github.bedrockjdbc.emulator.data.Job;
import java.util.HashMap;
import java.util.Map;

/** How the emulator behaves: a value for each {@link Knob}. Immutable. */
public final class Behavior {
  private static final Behavior STANDARD = new Behavior(Map.of());

  private final Map<Knob<?>, Object> set;

  private Behavior(Map<Knob<?>, Object> set) {
    this.set = Map.copyOf(set);
  }

  /** Every knob at its default: what is known of the service, and nothing odd. */
  public static Behavior standard() {
    return STANDARD;
  }

  /**
   * This behavior with one knob turned.
   *
   * @throws IllegalArgumentException if the knob does not take the value
   */
  public <T> Behavior with(Knob<T> knob, T value) {
    if (!knob.allows(value)) {
      throw new IllegalArgumentException(knob + " does not take " + value);
    }
    final Map<Knob<?>, Object> more = new HashMap<>(set);
    more.put(knob, value);
    return new Behavior(more);
  }

  /** The value of a knob, never null. */
  @SuppressWarnings("unchecked") // with() is the only way in.
  public <T> T get(Knob<T> knob) {
    return (T) set.getOrDefault(knob, knob.standard());
  }

  /** True if the job is one of the odd ones, which depends on its ARN alone. */
  public boolean isOdd(Job job) {
    return isOdd(job.arn().key());
  }

  /** True if what has this key is one of the odd ones. */
  public boolean isOdd(long key) {
    return Math.floorMod(key, get(Knob.ODD_ONE_IN)) == 0;
  }

  @Override
  public String toString() {
    return "Behavior" + set;
  }
}
