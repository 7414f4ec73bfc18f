package io.github.bedrockjdbc.emulator.server;

import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that wait for their request. */
public final class FaultQueue {
  private final List<Plan> plans = new ArrayList<>();

  private static final class Plan {
    private final Predicate<RecordedRequest> matches;
    private final Fault fault;
    private int skip;
    private int times;

    private Plan(Predicate<RecordedRequest> matches, Fault fault, int skip, int times) {
      this.matches = matches;
      this.fault = fault;
      this.skip = skip;
      this.times = times;
    }
  }

  /** After {@code skip} matching requests, the next {@code times} ones. */
  public synchronized void add(
      Predicate<RecordedRequest> matches, Fault fault, int skip, int times) {
    if (skip < 0 || times < 1) {
      throw new IllegalArgumentException("requests and times count from 1");
    }
    plans.add(new Plan(matches, fault, skip, times));
  }

  /** What happens to this request; the oldest plan for it wins. */
  synchronized Optional<Fault> next(RecordedRequest request) {
    plans.removeIf(plan -> plan.times == 0);
    for (final Plan plan : plans) {
      if (!plan.matches.test(request)) {
        continue;
      }
      if (plan.skip > 0) {
        plan.skip--;
        continue;
      }
      plan.times--;
      return Optional.of(plan.fault);
    }
    return Optional.empty();
  }
}
