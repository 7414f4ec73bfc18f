package io.github.bedrockjdbc.adapter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A message stays; that there is none is believed of old jobs, the second time, for ten minutes.
 */
class MessageCacheTest {
  private static final AskedJob JOB = job("arn:aws:bedrock:us-east-1:1:model-invocation-job/a");

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final MessageCache messages = new MessageCache(() -> now);

  @Test
  void aMessageStays() {
    messages.put(JOB, "out of quota");
    now = now.plus(Duration.ofDays(400));
    assertThat(messages.get(JOB).orElseThrow().message()).contains("out of quota");
  }

  @Test
  void noneIsBelievedWhenItIsConfirmedAndThenForgotten() {
    messages.putNone(JOB, now.minus(Duration.ofHours(2)));
    assertThat(messages.get(JOB)).isEmpty();
    messages.putNone(JOB, now.minus(Duration.ofHours(2)));
    now = now.plus(Duration.ofSeconds(599));
    assertThat(messages.get(JOB).orElseThrow().message()).isEmpty();
    now = now.plus(Duration.ofSeconds(1));
    assertThat(messages.get(JOB)).isEmpty();
  }

  @Test
  void noneIsNotBelievedOfAJobThatEndedNow() {
    messages.putNone(JOB, now.minus(Duration.ofMinutes(59)));
    messages.putNone(JOB, now.minus(Duration.ofMinutes(59)));
    assertThat(messages.get(JOB)).isEmpty();
  }

  @Test
  void whatWasNotReadForLongestIsForgottenFirst() {
    final String long1 = "x".repeat(1_500_000);
    messages.put(job("a"), long1);
    messages.put(job("b"), long1);
    assertThat(messages.get(job("a"))).isPresent();
    messages.put(job("c"), long1);
    assertThat(messages.get(job("a"))).isPresent();
    assertThat(messages.get(job("b"))).isEmpty();
    assertThat(messages.get(job("c"))).isPresent();
  }

  @Test
  void othersDoNotSeeIt() {
    messages.put(JOB, "out of quota");
    assertThat(messages.get(new AskedJob(JOB.arn(), 2))).isEmpty();
  }

  private static AskedJob job(String arn) {
    return new AskedJob(arn, 1);
  }
}
