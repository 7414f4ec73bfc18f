package io.github.bedrockjdbc.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many calls of an execution may be under way at once. */
class LanesTest {
  private final Execution execution =
      new Execution(Cancellation.unlimited(), Long.MAX_VALUE, 2, Duration.ZERO);

  @Test
  void oneIsFreeUntilAllAreTaken() {
    assertThat(execution.hasFreeLane()).isTrue();
    try (Execution.Lane first = execution.lane()) {
      assertThat(execution.hasFreeLane()).isTrue();
      try (Execution.Lane second = execution.lane()) {
        assertThat(execution.hasFreeLane()).isFalse();
        first.leave();
        first.leave();
        assertThat(execution.hasFreeLane()).isTrue();
        first.enter();
        first.enter();
        assertThat(execution.hasFreeLane()).isFalse();
        second.leave();
        assertThat(execution.hasFreeLane()).isTrue();
      }
    }
    assertThat(execution.hasFreeLane()).isTrue();
  }

  @Test
  void partsOfAnExecutionShareThem() {
    final Execution part = execution.within(execution.cancellation().scope());
    try (Execution.Lane first = execution.lane();
        Execution.Lane second = part.lane()) {
      assertThat(first).isNotSameAs(second);
      assertThat(execution.hasFreeLane()).isFalse();
      assertThat(part.hasFreeLane()).isFalse();
    }
  }
}
