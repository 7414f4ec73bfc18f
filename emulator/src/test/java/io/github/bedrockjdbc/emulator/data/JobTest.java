package io.github.bedrockjdbc.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JobTest {
  private static final Job JOB = JobFixture.of(1, 1).get(0);

  private static Object submitTime(Instant time) {
    return JOB.resubmitted(JOB.jobArn(), time).summary().get("submitTime");
  }

  @Test
  void timesHaveThreeDigitsOfASecond() {
    assertThat(submitTime(Instant.parse("2026-10-31T00:00:00Z")))
        .isEqualTo("2026-10-31T00:00:00.000Z");
    assertThat(submitTime(Instant.parse("2026-02-28T23:59:09.007Z")))
        .isEqualTo("2026-02-28T23:59:09.007Z");
    assertThat(submitTime(Instant.parse("2024-02-29T01:02:00.120Z")))
        .isEqualTo("2024-02-29T01:02:00.120Z");
  }

  @Test
  void timesAreWhatAFormatterWrites() {
    final var formatter = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    LongStream.range(0, 2000)
        .mapToObj(i -> Instant.ofEpochMilli(1_700_000_000_000L + i * 86_399_977L))
        .forEach(time -> assertThat(submitTime(time)).isEqualTo(formatter.format(time)));
  }
}
