package io.github.bedrockjdbc.adapter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A message stays; that there is none is believed of old jobs, the second time, for ten minutes.
 */
class MessageCacheTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1:1:model-invocation-job/a";

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final MessageCache messages = new MessageCache(() -> now);

  @Test
  void aMessageStays() {
    messages.put(ARN, "out of quota");
    now = now.plus(Duration.ofDays(400));
    assertThat(messages.get(ARN).orElseThrow().message()).contains("out of quota");
  }

  @Test
  void noneIsBelievedWhenItIsConfirmedAndThenForgotten() {
    messages.putNone(ARN, now.minus(Duration.ofHours(2)));
    assertThat(messages.get(ARN)).isEmpty();
    messages.putNone(ARN, now.minus(Duration.ofHours(2)));
    now = now.plus(Duration.ofSeconds(599));
    assertThat(messages.get(ARN).orElseThrow().message()).isEmpty();
    now = now.plus(Duration.ofSeconds(1));
    assertThat(messages.get(ARN)).isEmpty();
  }

  @Test
  void noneIsNotBelievedOfAJobThatEndedNow() {
    messages.putNone(ARN, now.minus(Duration.ofMinutes(59)));
    messages.putNone(ARN, now.minus(Duration.ofMinutes(59)));
    assertThat(messages.get(ARN)).isEmpty();
  }

  @Test
  void whatWasNotReadForLongestIsForgottenFirst() {
    final String long1 = "x".repeat(1_500_000);
    messages.put("a", long1);
    messages.put("b", long1);
    assertThat(messages.get("a")).isPresent();
    messages.put("c", long1);
    assertThat(messages.get("a")).isPresent();
    assertThat(messages.get("b")).isEmpty();
    assertThat(messages.get("c")).isPresent();
  }
}
