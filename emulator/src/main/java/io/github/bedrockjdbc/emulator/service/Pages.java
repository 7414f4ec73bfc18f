package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.JobOrder;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.query.Given;
import io.github.bedrockjdbc.emulator.query.Tokens;
import io.github.bedrockjdbc.emulator.world.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Cuts a list into pages. */
final class Pages {
  /** Length of a page when nothing is asked for. The service's own is not documented. */
  static final int STANDARD_LENGTH = 100;

  /**
   * One answer.
   *
   * @param token empty on the last page
   */
  record Page(List<Job> jobs, Optional<String> token) {}

  private Pages() {}

  /**
   * The page that the call asks for.
   *
   * @throws ServiceError if its token is not good for it
   */
  static Page page(Caller caller, ListCall asked, Moment moment, Behavior behavior) {
    final ListCall call = asked.without(behavior.get(Knob.IGNORED_PARAMETERS));
    final JobFilter constraint = new JobFilter(call, moment, behavior);
    final boolean sorted = behavior.get(Knob.ORDER) != JobOrder.SHUFFLED;
    final int start = sorted ? constraint.start() : 0;
    final int end = sorted ? constraint.end() : moment.size();
    final int step = call.ascending() ? 1 : -1;
    final Tokens.Position position =
        call.token()
            .map(token -> Given.opened(token, caller, asked.others()))
            .orElse(new Tokens.Position(call.ascending() ? start : end - 1, 0));

    final int length = length(call, position.page(), behavior);
    final List<Integer> taken = new ArrayList<>();
    int next = position.next();
    for (; next >= start && next < end; next += step) {
      if (constraint.test(next)) {
        if (taken.size() == length) {
          break; // The next page starts here.
        }
        taken.add(next);
      }
    }

    final boolean more =
        (next >= start && next < end) || (behavior.get(Knob.EMPTY_PAGES) && !taken.isEmpty());
    final int repeated = Math.min(behavior.get(Knob.REPEATED_JOBS), taken.size() - 1);
    final Tokens.Position following =
        new Tokens.Position(
            more && repeated > 0 ? taken.get(taken.size() - repeated) : next, position.page() + 1);
    final Optional<String> token =
        more ? Optional.of(Tokens.seal(following, caller, asked.others())) : Optional.empty();
    return new Page(
        taken.stream().map(moment::job).toList(),
        behavior.get(Knob.SAME_TOKEN) ? call.token().or(() -> token) : token);
  }

  private static int length(ListCall call, int page, Behavior behavior) {
    if (behavior.get(Knob.EMPTY_PAGES) && page % 2 == 0) {
      return 0;
    }
    final int length =
        Math.min(call.maxResults().orElse(STANDARD_LENGTH), behavior.get(Knob.PAGE_CAP));
    return behavior.get(Knob.SHORT_PAGES) ? 1 + new SplittableRandom(page).nextInt(length) : length;
  }
}
