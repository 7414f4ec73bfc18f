package io.github.bedrockjdbc.adapter.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text means what it means to Java, or nothing where Java takes it for no time. */
class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-03T22:57:41Z",
        "2026-03-03T22:57:41.1Z",
        "2026-03-03T22:57:41.12Z",
        "2026-03-03T22:57:41.123Z",
        "2026-03-03T22:57:41.123456789Z",
        "2026-03-03T22:57:41.1234567890Z",
        "2026-03-03T22:57:41.Z",
        "2026-03-03T22:57:41,5Z",
        "2026-03-03T22:57:41.12x4Z",
        "2026-03-03T22:57:41+01:00",
        "2026-03-03T22:57Z",
        "2024-02-29T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T23:60:00Z",
        "2026-01-01T23:59:60Z",
        "2026-01-01T-1:59:00Z",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00.001Z",
        "1969-12-31T23:59:59.999Z",
        "9999-12-31T23:59:59.999Z",
        "+10000-01-01T00:00:00Z",
        "2026-03-03t22:57:41z",
        "2026-03-03 22:57:41Z",
        "٢٠٢٦-03-03T22:57:41Z",
        "yesterday",
        "",
      })
  void aTextIsTheTimeThatJavaTakesItFor(String text) {
    assertThat(Times.millis(text)).isEqualTo(expected(text));
  }

  @Test
  void anyInstantIsReadBack() {
    final SplittableRandom random = new SplittableRandom(5);
    final long years = 8000L * 365 * 86_400_000;
    for (int i = 0; i < 20_000; i++) {
      final long millis = random.nextLong(-years / 5, years);
      assertThat(Times.millis(Instant.ofEpochMilli(millis).toString())).hasValue(millis);
    }
  }

  private static OptionalLong expected(String text) {
    try {
      return OptionalLong.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }
}
