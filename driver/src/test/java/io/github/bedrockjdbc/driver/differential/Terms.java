package io.github.bedrockjdbc.driver.differential;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.JobOrder;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How a world's service behaves, within what the driver must bear, and how the driver is set up.
 * {@link JobOrder#SHUFFLED} is beyond that: a limit may end a walk before the disorder shows.
 *
 * @param urlKeys to be added to a URL
 */
record Terms(Behavior behavior, String urlKeys, boolean readMessages, Set<Construct> constructs) {
  private static final List<Set<String>> FILTERS =
      List.of(
          Set.of("statusEquals"),
          Set.of("nameContains"),
          Set.of("submitTimeAfter"),
          Set.of("submitTimeBefore"),
          Set.of("statusEquals", "nameContains", "submitTimeAfter", "submitTimeBefore"));

  Terms {
    constructs = Set.copyOf(constructs);
  }

  static Terms random(SplittableRandom random) {
    final Set<Construct> constructs = EnumSet.noneOf(Construct.class);
    Behavior behavior = Behavior.standard();
    if (random.nextInt(2) == 0) {
      constructs.add(Construct.BOUNDS_EXCLUSIVE);
      behavior = behavior.with(Knob.BOUNDS_INCLUSIVE, false);
    }
    if (random.nextInt(3) == 0) {
      constructs.add(Construct.BOUNDS_BY_SECOND);
      behavior = behavior.with(Knob.BOUND_PRECISION, ChronoUnit.SECONDS);
    }
    if (random.nextInt(3) == 0) {
      constructs.add(Construct.ORDER_BY_SECOND);
      behavior = behavior.with(Knob.ORDER, JobOrder.SECONDS);
    }
    if (random.nextInt(4) == 0) {
      constructs.add(Construct.NAMES_CASELESS);
      behavior = behavior.with(Knob.NAMES_CASE_SENSITIVE, false);
    }
    if (random.nextInt(4) == 0) {
      constructs.add(Construct.PAGE_CAP);
      behavior = behavior.with(Knob.PAGE_CAP, random.nextInt(8, 24));
    }
    if (random.nextInt(3) == 0) {
      constructs.add(Construct.SHORT_PAGES);
      behavior = behavior.with(Knob.SHORT_PAGES, true);
    }
    if (random.nextInt(4) == 0) {
      constructs.add(Construct.EMPTY_PAGES);
      behavior = behavior.with(Knob.EMPTY_PAGES, true);
    }
    if (random.nextInt(3) == 0) {
      constructs.add(Construct.REPEATED_JOBS);
      behavior = behavior.with(Knob.REPEATED_JOBS, random.nextInt(1, 4));
    }
    if (random.nextInt(4) == 0) {
      constructs.add(Construct.ODD_STATUS);
      behavior = behavior.with(Knob.ODD_STATUS, Optional.of("Paused"));
    }
    if (random.nextInt(3) == 0) {
      constructs.add(Construct.UNKNOWN_FIELDS);
      behavior = behavior.with(Knob.UNKNOWN_FIELDS, true);
    }
    if (random.nextInt(6) == 0) {
      // More than was asked for: the service's word for a filter is never taken.
      constructs.add(Construct.IGNORED_FILTER);
      behavior =
          behavior.with(Knob.IGNORED_PARAMETERS, FILTERS.get(random.nextInt(FILTERS.size())));
    }
    final boolean readMessages = random.nextInt(4) > 0;
    final boolean isSideBySide = random.nextBoolean();
    if (!readMessages) {
      constructs.add(Construct.NO_MESSAGES);
    }
    constructs.add(isSideBySide ? Construct.SIDE_BY_SIDE : Construct.ONE_AT_A_TIME);
    return new Terms(
        behavior,
        ";pageSize="
            + random.nextInt(8, 41)
            + ";parallelism="
            + (isSideBySide ? 4 : 1)
            + (readMessages ? "" : ";readMessages=false"),
        readMessages,
        constructs);
  }

  @Override
  public String toString() {
    return behavior + ", URL " + urlKeys;
  }
}
