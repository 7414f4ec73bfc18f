package io.github.bedrockjdbc.adapter.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.engine.TimeHistogram;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows are a slice's, when it ends and where it is cut, for pages that arrived. */
class TimeSliceTest {
  private static final long END = 100_000;
  private static final RowLayout TIMES = new RowLayout(List.of()).withHint();

  @ParameterizedTest
  @ValueSource(longs = {1, -1})
  void aPlaceBelongsToOneOfTwo(long direction) {
    final TimeSlice whole = slice(direction);
    arrive(whole, direction, LongStream.range(0, 1000));
    final long at = whole.middle(END).orElseThrow();
    final TimeSlice rest = whole.cut(at, walk());

    arrive(whole, direction, LongStream.rangeClosed(at - 2, at + 2));
    arrive(rest, direction, LongStream.rangeClosed(at - 2, at + 2));

    whole.poll();
    assertThat(places(whole, direction)).containsExactly(at - 2, at - 1);
    assertThat(places(rest, direction)).containsExactly(at, at + 1, at + 2);
  }

  @Test
  void theMiddleIsBetweenWhatIsUnderWayAndTheEnd() {
    final TimeSlice whole = slice(1);
    arrive(whole, 1, LongStream.range(0, 10_000));
    assertThat(whole.middle(END)).hasValueSatisfying(near(59_000));
    assertThat(whole.asked(new CompletableFuture<>())).isNotNull();
    assertThat(whole.middle(END)).hasValueSatisfying(near(59_000));
    assertThat(whole.middle(31_000)).as("a page is left").isEmpty();
    assertThat(whole.cut(60_000, walk()).middle(END)).hasValueSatisfying(near(79_000));
  }

  @Test
  void theFirstThatIsLeftIsReadOn() {
    final TimeSlice whole = slice(1);
    arrive(whole, 1, LongStream.range(0, 1000));
    final SliceSequence slices = new SliceSequence(whole);
    assertThat(slices.isCut()).isFalse();
    final TimeSlice last = whole.cut(80_000, walk());
    slices.addAfter(whole, last);
    final TimeSlice middle = whole.cut(20_000, walk());
    slices.addAfter(whole, middle);
    assertThat(slices.isCut()).isTrue();
    assertThat(slices.all()).containsExactly(whole, middle, last);
    assertThat(slices.idle()).containsSame(whole);
    assertThat(slices.largest(END)).isSameAs(middle);
    assertThat(whole.asked(new CompletableFuture<>())).isNotNull();
    assertThat(slices.idle()).containsSame(middle);
    whole.arrived(List.of());
    slices.goOn();
    assertThat(slices.idle()).containsSame(middle);
    slices.goOn();
    assertThat(slices.current()).isSameAs(last);
    assertThat(slices.idle()).containsSame(last);
    assertThat(slices.largest(END)).isSameAs(last);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, -1})
  void theMiddleIsWhereHalfOfTheJobsAreOnceThatIsKnown(long direction) {
    final long[] times = {0, direction * 10_000, direction * 20_000, direction * 100_000};
    final TimeSlice whole =
        slice(direction, TimeHistogram.of(times, new long[] {0, 100, 900, 1000}));
    arrive(whole, direction, LongStream.iterate(0, place -> place + 100).limit(100));
    assertThat(whole.pagesLeft(END)).isCloseTo(9, within(0.2));
    assertThat(whole.middle(END)).hasValueSatisfying(near(16_110));
    final TimeSlice rest = whole.cut(20_000, walk());
    assertThat(whole.pagesLeft(END)).isCloseTo(8, within(0.2));
    assertThat(rest.pagesLeft(END)).isCloseTo(1, within(0.2));
    assertThat(rest.middle(END)).as("a page").isEmpty();
  }

  @Test
  void nothingIsCutWhereItWouldBeShorterThanWhatTheServiceMayBlur() {
    final TimeSlice whole = slice(1);
    arrive(whole, 1, LongStream.range(0, 20));
    assertThat(whole.pagesLeft(2000)).isGreaterThan(10);
    assertThat(whole.middle(2000)).isEmpty();
  }

  @Test
  void endsOnceItIsASecondPastItsLast() {
    final TimeSlice first = cutAt(50_000);
    arrive(first, 1, LongStream.of(49_990, 50_999));
    assertThat(first.isDone()).isFalse();
    arrive(first, 1, LongStream.of(51_000));
    assertThat(first.isDone()).isTrue();
  }

  @Test
  void whatMayEndWithThePageThatIsReadDoesNotAskForTheNext() {
    final TimeSlice whole = slice(1);
    arrive(whole, 1, LongStream.range(0, 10_000));
    assertThat(whole.isIdle()).isTrue();
    assertThat(whole.asked(new CompletableFuture<>())).isNotNull();
    assertThat(whole.isIdle()).isFalse();
    whole.nextKnown();
    assertThat(whole.isIdle()).as("nobody knows its end").isTrue();
    whole.cut(50_000, walk());
    assertThat(whole.isIdle()).as("pages are left").isTrue();
    whole.cut(20_000, walk());
    assertThat(whole.isIdle()).as("a page may be the last").isFalse();
    arrive(whole, 1, LongStream.range(10_000, 15_000));
    assertThat(whole.isIdle()).as("it was not").isTrue();
  }

  @Test
  void readsOnWhereAJobIsOutOfOrder() {
    final TimeSlice first = cutAt(50_000);
    arrive(first, 1, LongStream.of(49_000, 47_000, 60_000));
    assertThat(first.isSorted()).isFalse();
    assertThat(first.isDone()).isFalse();
    assertThat(first.pagesLeft(END)).as("it is not cut again").isZero();
  }

  @Test
  void readsOnWhereAFewAreInOrderByAccident() {
    final TimeSlice whole = slice(1);
    arrive(whole, 1, LongStream.iterate(0, place -> place + 100).limit(10));
    assertThat(whole.isSorted()).isFalse();
    whole.cut(50_000, walk());
    arrive(whole, 1, LongStream.of(60_000, 60_000));
    assertThat(whole.isDone()).isFalse();
    arrive(whole, 1, LongStream.of(60_001, 60_002));
    assertThat(whole.isDone()).isTrue();
  }

  @Test
  void aJobWithoutATimeIsGivenByWhoeverMeetsIt() {
    final TimeSlice whole = slice(1);
    final TimeSlice rest = whole.cut(50_000, walk());
    whole.arrived(List.<Object[]>of(new Object[1]));
    rest.arrived(List.<Object[]>of(new Object[1]));
    assertThat(whole.poll().orElseThrow()).hasSize(1);
    assertThat(rest.poll().orElseThrow()).hasSize(1);
  }

  private static TimeSlice cutAt(long at) {
    final TimeSlice whole = slice(1);
    arrive(whole, 1, LongStream.range(0, 1000));
    whole.cut(at, walk());
    return whole;
  }

  private static TimeSlice slice(long direction) {
    return slice(direction, TimeHistogram.UNKNOWN);
  }

  private static TimeSlice slice(long direction, TimeHistogram histogram) {
    return TimeSlice.whole(walk(), TIMES, new WalkScale(direction, histogram));
  }

  /** Is never asked for a page, so that it always has a next one. */
  private static Paginator walk() {
    return new Paginator(null, ListRequest.EVERYTHING, null, null);
  }

  private static void arrive(TimeSlice slice, long direction, LongStream places) {
    final List<Object[]> rows = new ArrayList<>();
    places.forEach(place -> rows.add(new Object[] {direction * place}));
    slice.arrived(rows);
  }

  private static List<Long> places(TimeSlice slice, long direction) {
    return slice.poll().orElseThrow().stream().map(row -> direction * (Long) row[0]).toList();
  }

  private static Consumer<Long> near(long place) {
    return at -> assertThat(at).isBetween(place - 20, place + 20);
  }
}
