package io.github.bedrockjdbc.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {
  private static TimeRange range(String from, String to) {
    return new TimeRange(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void slicesAreCutAtMidnight() {
    assertThat(range("2026-10-01T10:00:00Z", "2026-10-05T11:00:00Z").slices(2))
        .containsExactly(
            range("2026-10-01T10:00:00Z", "2026-10-04T00:00:00Z"),
            range("2026-10-04T00:00:00Z", "2026-10-05T11:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 30, 31, 100})
  void slicesFollowEachOtherAndLeaveNothingOut(int most) {
    final TimeRange all = range("2026-02-10T23:59:59.999Z", "2026-03-12T00:00:00.001Z");
    Instant end = all.from();
    for (final TimeRange slice : all.slices(most)) {
      assertThat(slice.from()).isEqualTo(end);
      assertThat(slice.isEmpty()).isFalse();
      end = slice.to();
    }
    assertThat(end).isEqualTo(all.to());
    assertThat(all.slices(most)).hasSizeLessThanOrEqualTo(most);
  }

  @Test
  void aDayIsNotCut() {
    final TimeRange day = TimeRange.of(LocalDate.of(2026, 10, 1));
    assertThat(day.slices(8)).containsExactly(day);
    assertThat(day.firstDay()).isEqualTo(day.lastDay());
  }

  @Test
  void nothingIsCutIntoNothing() {
    assertThat(range("2026-10-02T00:00:00Z", "2026-10-01T00:00:00Z").slices(4)).isEmpty();
    assertThat(range("2026-10-01T00:00:00Z", "2026-10-01T00:00:00.000999Z").slices(4)).isEmpty();
  }

  @Test
  void thePredicateIsInUtcAndLeavesItsEndOut() {
    assertThat(range("2026-03-08T02:30:00.123456Z", "2026-10-01T00:00:00Z").predicate())
        .isEqualTo(
            "submit_time >= TIMESTAMP '2026-03-08 02:30:00.123'"
                + " AND submit_time < TIMESTAMP '2026-10-01 00:00:00.000'");
  }

  @Test
  void whatLiesBeforeAnInstantEndsThere() {
    final TimeRange day = TimeRange.of(LocalDate.of(2026, 10, 1));
    assertThat(day.before(Instant.parse("2026-10-01T07:00:00Z")))
        .isEqualTo(range("2026-10-01T00:00:00Z", "2026-10-01T07:00:00Z"));
    assertThat(day.before(Instant.parse("2026-10-03T00:00:00Z"))).isEqualTo(day);
  }
}
