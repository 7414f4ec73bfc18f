package io.github.bedrockjdbc.adapter.kept;

import static io.github.bedrockjdbc.adapter.api.RequestParameter.NAME_CONTAINS;
import static io.github.bedrockjdbc.adapter.api.RequestParameter.STATUS_EQUALS;
import static io.github.bedrockjdbc.adapter.api.RequestParameter.SUBMIT_TIME_AFTER;
import static io.github.bedrockjdbc.adapter.api.RequestParameter.SUBMIT_TIME_BEFORE;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.START;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Kept walks, how to come to them, and a clock that tests move. */
abstract class ClockedWalks {
  static final Duration MINUTE = Duration.ofMinutes(1);

  static final Cancellation UNLIMITED = Cancellation.unlimited();
  static final int PAGE_SIZE = 3;

  private long now;
  private long wall = START;
  final KeptWalks walks =
      new KeptWalks(
          1 << 20,
          PAGE_SIZE,
          new AgeClock(
              new Ticker() {
                @Override
                public long read() {
                  return now;
                }
              },
              () -> Instant.ofEpochMilli(wall)));

  final Claim claim(Wanted wanted) {
    return walks.claim(wanted, MINUTE, walks.now(), true, UNLIMITED);
  }

  final Reading reading(Wanted wanted) {
    return claim(wanted).reading().orElseThrow();
  }

  /** A reading that nobody waits for yet. */
  final Reading unshared(Wanted wanted) {
    return walks.claim(wanted, MINUTE, walks.now(), false, UNLIMITED).reading().orElseThrow();
  }

  static void awaitWaiterFor(Reading reading) {
    while (reading.end().getNumberOfDependents() == 0) {
      assertThat(Thread.interrupted()).as("timed out as nobody waits").isFalse();
      Thread.onSpinWait();
    }
  }

  final Optional<KeptJobs> found(Wanted wanted, Duration maxAge) {
    return walks.find(wanted, maxAge, walks.now()).jobs();
  }

  final void later(Duration time) {
    now += time.toNanos();
    wall += time.toMillis();
  }

  /** One clock stands still. */
  final void asleep(Duration time) {
    wall += time.toMillis();
  }

  /** Parameters as {@code s:Failed n:part a:2026-01-01T00:00:00Z b:…}. */
  static ListRequest request(String text) {
    ListRequest request = ListRequest.EVERYTHING;
    for (String part : text.isEmpty() ? new String[0] : text.split(" ")) {
      final String value = part.substring(2);
      request =
          switch (part.charAt(0)) {
            case 's' -> request.with(STATUS_EQUALS, value);
            case 'n' -> request.with(NAME_CONTAINS, value);
            case 'a' -> request.with(SUBMIT_TIME_AFTER, value);
            default -> request.with(SUBMIT_TIME_BEFORE, value);
          };
    }
    return request;
  }
}
