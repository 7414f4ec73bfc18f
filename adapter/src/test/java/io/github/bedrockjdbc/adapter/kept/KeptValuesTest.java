package io.github.bedrockjdbc.adapter.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long values are kept, and how many. */
class KeptValuesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Moment START = new Moment(0, 0);

  private long now;
  private final KeptValues values =
      new KeptValues(
          2,
          new AgeClock(
              new Ticker() {
                @Override
                public long read() {
                  return now;
                }
              },
              () -> Instant.EPOCH));

  @Test
  void aValueIsAsOldAsTheRequestForIt() {
    values.put("key", "value", values.now(), MINUTE);
    now += MINUTE.toNanos();
    assertThat(values.get("key", MINUTE)).contains("value");
    now++;
    assertThat(values.get("key", MINUTE)).isEmpty();
    assertThat(values.get("key", MINUTE.plusNanos(1))).contains("value");
  }

  @Test
  void nothingIsKeptForWhoAsksEachTime() {
    values.put("key", "value", START, Duration.ZERO);
    assertThat(values.get("key", MINUTE)).isEmpty();
    values.put("key", "value", START, MINUTE);
    assertThat(values.get("key", Duration.ZERO)).isEmpty();
  }

  @Test
  void whatWasNotUsedForLongestGivesWay() {
    values.put("a", 1, START, MINUTE);
    values.put("b", 2, START, MINUTE);
    assertThat(values.get("a", MINUTE)).contains(1);
    values.put("c", 3, START, MINUTE);

    assertThat(values.get("b", MINUTE)).isEmpty();
    assertThat(values.get("a", MINUTE)).contains(1);
  }

  @Test
  void whatWasAskedForEarlierDoesNotReplaceWhatIsYounger() {
    final Moment before = values.now();
    now++;
    values.put("key", "younger", values.now(), MINUTE);
    values.put("key", "older", before, MINUTE);

    assertThat(values.get("key", MINUTE)).contains("younger");
  }
}
