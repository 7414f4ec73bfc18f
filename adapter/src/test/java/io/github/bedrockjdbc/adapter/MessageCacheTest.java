package io.github.bedrockjdbc.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A message stays; that there is none is believed of old jobs, and for ten minutes. */
class MessageCacheTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1:1:model-invocation-job/a";

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final MessageCache messages = new MessageCache(() -> now);

  private Optional<Optional<String>> known() {
    return messages.get(ARN).map(MessageCache.Known::message);
  }

  @Test
  void aMessageStays() {
    messages.put(ARN, "out of quota");
    now = now.plus(Duration.ofDays(400));
    assertThat(known()).contains(Optional.of("out of quota"));
  }

  @Test
  void noneIsForgotten() {
    messages.putNone(ARN, now.minus(Duration.ofHours(2)));
    now = now.plus(Duration.ofSeconds(599));
    assertThat(known()).contains(Optional.empty());
    now = now.plus(Duration.ofSeconds(1));
    assertThat(known()).isEmpty();
  }

  @Test
  void noneIsNotBelievedOfAJobThatEndedNow() {
    messages.putNone(ARN, now.minus(Duration.ofMinutes(59)));
    assertThat(known()).isEmpty();
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
