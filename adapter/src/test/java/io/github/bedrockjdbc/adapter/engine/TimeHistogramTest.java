package io.github.bedrockjdbc.adapter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeHistogramTest {
  /** Few, many, few. */
  private static final TimeHistogram UNEVEN =
      TimeHistogram.of(new long[] {1000, 2000, 3000, 8000}, new long[] {0, 10, 110, 120});

  @Test
  void countsAreBetweenTheKnownOnes() {
    assertThat(UNEVEN.oldest()).isEqualTo(1000);
    assertThat(UNEVEN.newest()).hasValue(8000);
    assertThat(IntStream.of(1000, 1500, 2000, 2500, 3000, 5500, 8000).mapToDouble(UNEVEN::jobs))
        .containsExactly(0.0, 5.0, 10.0, 60.0, 110.0, 115.0, 120.0);
    for (double time = 1000; time <= 8000; time += 17) {
      assertThat(UNEVEN.time(UNEVEN.jobs(time))).isCloseTo(time, within(0.001));
    }
  }

  @Test
  void beyondWhatIsKnownJobsComeAsAtItsEnds() {
    assertThat(UNEVEN.jobs(8500)).isEqualTo(121);
    assertThat(UNEVEN.time(121)).isEqualTo(8500);
    assertThat(UNEVEN.jobs(900)).isEqualTo(-1);
    assertThat(UNEVEN.time(-1)).isEqualTo(900);
  }

  @Test
  void aWalkFromTheNewestJobTellsTheSame() {
    final TimeHistogram descending =
        TimeHistogram.of(new long[] {8000, 3000, 2000, 1000}, new long[] {0, 10, 110, 120});
    assertThat(descending.oldest()).isEqualTo(1000);
    for (double time = 0; time <= 9000; time += 100) {
      assertThat(descending.jobs(time)).isEqualTo(UNEVEN.jobs(time));
    }
  }

  @Test
  void withoutCountsTimeAloneIsLeft() {
    assertThat(TimeHistogram.UNKNOWN.isKnown()).isFalse();
    final TimeHistogram oldest = TimeHistogram.since(1000);
    assertThat(oldest.oldest()).isEqualTo(1000);
    assertThat(oldest.newest()).isEmpty();
    assertThat(oldest.jobs(8500)).isEqualTo(8500);
    assertThat(oldest.time(8500)).isEqualTo(8500);
  }

  /** Jobs may be repeated, submitted at once, or told out of order: places still go upwards. */
  @Test
  void whatDoesNotGoOnIsLeftOut() {
    final TimeHistogram odd =
        TimeHistogram.of(
            new long[] {1000, 1000, 2000, 1500, 3000, 4000},
            new long[] {0, 100, 200, 300, 300, 400});
    assertThat(odd.jobs(1000)).isZero();
    assertThat(odd.jobs(2000)).isEqualTo(200);
    assertThat(odd.jobs(3000)).isEqualTo(300);
    assertThat(odd.jobs(4000)).isEqualTo(400);
    final TimeHistogram atOnce = TimeHistogram.of(new long[] {1000, 1000}, new long[] {0, 50});
    assertThat(atOnce.jobs(1000)).isEqualTo(1000);
  }

  @Test
  void aLongWalkIsToldByAFewTimes() {
    final long[] times = LongStream.range(0, 10_000).map(i -> i * i).toArray();
    final long[] jobs = LongStream.range(0, 10_000).map(i -> i * 100).toArray();
    final TimeHistogram histogram = TimeHistogram.of(times, jobs);
    assertThat(histogram.newest()).hasValue(9_999L * 9_999);
    assertThat(histogram.jobs(9_999.0 * 9_999)).isEqualTo(999_900);
    assertThat(histogram.jobs(1)).as("between times that are told").isBetween(0.5, 1.0);
    for (int i = 0; i < times.length; i++) {
      assertThat(histogram.jobs((double) times[i]))
          .isCloseTo((double) jobs[i], within(10_000 * 100 / 64.0));
    }
  }
}
