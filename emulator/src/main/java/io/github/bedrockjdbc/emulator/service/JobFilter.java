package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.world.Moment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.LongPredicate;

/** Which of a moment's jobs a list call wants. */
final class JobFilter {
  private final ListCall call;
  private final Moment moment;
  private final boolean caseSensitive;
  private final boolean inclusive;
  private final long unit;

  JobFilter(ListCall call, Moment moment, Behavior behavior) {
    this.call = call;
    this.moment = moment;
    this.caseSensitive = behavior.get(Knob.NAMES_CASE_SENSITIVE);
    this.inclusive = behavior.get(Knob.BOUNDS_INCLUSIVE);
    this.unit = behavior.get(Knob.BOUND_PRECISION) == ChronoUnit.SECONDS ? 1000 : 1;
  }

  /** The first position of a sorted moment that can satisfy the bounds. */
  int start() {
    final long second = call.after().orElse(Instant.MIN).getEpochSecond();
    return firstPosition(time -> Math.floorDiv(time, 1000L) >= second);
  }

  /** One after the last position of a sorted moment that can satisfy the bounds. */
  int end() {
    final long second = call.before().orElse(Instant.MAX).getEpochSecond();
    return firstPosition(time -> Math.floorDiv(time, 1000L) > second);
  }

  boolean test(int position) {
    final long time = moment.time(position);
    final boolean maybe =
        call.after().map(after -> inOrder(after.toEpochMilli(), time)).orElse(true)
            && call.before().map(before -> inOrder(time, before.toEpochMilli())).orElse(true)
            && call.status().map(status -> moment.mayBe(position, status)).orElse(true);
    if (!maybe) {
      return false;
    }
    if (call.status().isEmpty() && call.name().isEmpty()) {
      return true;
    }
    final Job job = moment.job(position);
    return call.status().map(status -> status.wire().equals(job.status())).orElse(true)
        && call.name().map(name -> contains(job.jobName(), name)).orElse(true);
  }

  private boolean inOrder(long earlier, long later) {
    final long one = Math.floorDiv(earlier, unit);
    final long other = Math.floorDiv(later, unit);
    return inclusive ? one <= other : one < other;
  }

  private boolean contains(String name, String part) {
    if (name == null) {
      return false;
    }
    return caseSensitive
        ? name.contains(part)
        : name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private int firstPosition(LongPredicate reached) {
    int low = 0;
    int high = moment.size();
    while (low < high) {
      final int middle = (low + high) >>> 1;
      if (reached.test(moment.time(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
