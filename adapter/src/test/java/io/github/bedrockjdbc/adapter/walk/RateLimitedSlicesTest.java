package io.github.bedrockjdbc.adapter.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** While a source takes no more requests than it gets, none is made that need not be. */
class RateLimitedSlicesTest {
  private static final int JOBS = 400;
  private static final int PAGES = JOBS / EmulatedSlices.PAGE;

  private final AtomicBoolean isFree = new AtomicBoolean();

  /** Read to the end, told at half of it that more may be asked. */
  private static List<String> arns(EmulatedSlices walk, BooleanSupplier isFree, Runnable atHalf) {
    final SlicedRows rows = walk.rows(walk.slices(walk.decoder(), walk.threads(), isFree));
    final List<String> arns = new ArrayList<>();
    while (rows.hasNext()) {
      arns.add((String) rows.next()[0]);
      if (arns.size() == JOBS / 2) {
        atHalf.run();
      }
    }
    return arns;
  }

  private static long cuts(EmulatedSlices walk) {
    return walk.emulator().log().requests().stream()
        .filter(request -> !request.parameters().containsKey("nextToken"))
        .filter(request -> request.parameters().containsKey("submitTimeBefore"))
        .count();
  }

  @Test
  void aWalkIsNotCutNorItsEndAskedFor() {
    try (EmulatedSlices walk = new EmulatedSlices(JOBS, EmulatedSlices.TIMED, 4)) {
      assertThat(arns(walk, isFree::get, () -> {}))
          .hasSameElementsAs(walk.emulator().jobs().stream().map(Job::jobArn).toList())
          .hasSize(JOBS);
      assertThat(walk.emulator().log().requests()).hasSize(PAGES);
    }
  }

  @Test
  void norWhereItsEndIsKnown() {
    try (EmulatedSlices walk = new EmulatedSlices(JOBS, EmulatedSlices.TIMED, 4)) {
      assertThat(arns(walk, () -> true, () -> {})).hasSize(JOBS);
      assertThat(cuts(walk)).isPositive();
      walk.emulator().log().clear();
      assertThat(arns(walk, isFree::get, () -> {})).hasSize(JOBS);
      assertThat(walk.emulator().log().requests()).hasSize(PAGES);
    }
  }

  @Test
  void itIsAsSoonAsMoreMayBeAsked() {
    try (EmulatedSlices walk = new EmulatedSlices(JOBS, EmulatedSlices.TIMED, 4);
        EmulatedSlices other = new EmulatedSlices(JOBS, EmulatedSlices.TIMED, 4)) {
      assertThat(arns(walk, isFree::get, () -> isFree.set(true)))
          .isEqualTo(arns(other, () -> false, () -> {}));
      assertThat(cuts(walk)).isPositive();
    }
  }
}
