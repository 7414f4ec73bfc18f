package io.github.bedrockjdbc.adapter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which walks are told of by which, and how many are remembered. */
class TimeHistogramsTest {
  private static final TimeHistogram READ =
      TimeHistogram.of(new long[] {1000, 9000}, new long[] {0, 80});

  private final TimeHistograms histograms = new TimeHistograms();

  private static ListRequest named(int name) {
    return ListRequest.EVERYTHING.with(RequestParameter.NAME_CONTAINS, "n" + name);
  }

  private boolean isKnown(int name, long asker) {
    return histograms.known(named(name), asker).isKnown();
  }

  @Test
  void aWalkIsToldOfInAnyOrderAndPages() {
    histograms.note(named(0).sorted(true).with(RequestParameter.MAX_RESULTS, "10"), 1, READ);
    assertThat(histograms.known(named(0), 1)).isSameAs(READ);
    assertThat(histograms.known(named(0).sorted(false), 1)).isSameAs(READ);
    assertThat(histograms.last(named(0), 1)).hasValue(1000L);
    assertThat(histograms.last(named(0).sorted(true), 1)).hasValue(1000L);
    assertThat(histograms.last(named(0).sorted(false), 1)).hasValue(9000L);
  }

  @Test
  void anotherSelectionOrAskerIsAnotherWalk() {
    histograms.note(named(0), 1, READ);
    assertThat(isKnown(1, 1)).isFalse();
    assertThat(isKnown(0, 2)).isFalse();
    assertThat(histograms.last(named(0), 2)).isEmpty();
  }

  @Test
  void whatWasAskedForIsRemembered() {
    assertThat(histograms.asked(named(0), 1, Optional::empty)).isEmpty();
    assertThat(isKnown(0, 1)).isFalse();
    assertThat(histograms.asked(named(0), 1, () -> Optional.of(1000L))).hasValue(1000L);
    assertThat(histograms.last(named(0), 1)).hasValue(1000L);
    assertThat(histograms.last(named(0).sorted(false), 1)).isEmpty();
  }

  @Test
  void aHundredAreRememberedTheLastOnes() {
    IntStream.range(0, 100).forEach(name -> histograms.note(named(name), 1, READ));
    assertThat(IntStream.range(0, 100)).allMatch(name -> isKnown(name, 1));
    histograms.note(named(0), 1, READ);
    histograms.note(named(100), 1, READ);
    assertThat(IntStream.rangeClosed(0, 100).filter(name -> !isKnown(name, 1))).containsExactly(1);
  }
}
