package io.github.bedrockjdbc.adapter.walk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where no more threads are to be had, the reader of a walk learns it instead of waiting. */
class TimeSlicesFailureTest {
  private static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            OutOfMemoryError.class,
            (Runnable)
                () -> {
                  throw new OutOfMemoryError("unable to create native thread");
                }),
        Arguments.of(
            RejectedExecutionException.class,
            (Runnable)
                () -> {
                  throw new RejectedExecutionException("closed");
                }));
  }

  /** Fails where a worker asks for more: the reader's own thread would throw by itself. */
  @ParameterizedTest
  @MethodSource("failures")
  void theReaderIsTold(Class<?> failure, Runnable failing) {
    final Thread reader = Thread.currentThread();
    final AtomicInteger begun = new AtomicInteger();
    try (EmulatedSlices walk = new EmulatedSlices(200, EmulatedSlices.TIMED, 4)) {
      final SlicedRows rows =
          walk.rows(
              walk.slices(
                  walk.decoder(),
                  work -> {
                    if (Thread.currentThread() != reader && begun.incrementAndGet() > 2) {
                      failing.run();
                    }
                    walk.threads().execute(work);
                  }));
      assertThatThrownBy(
              () -> {
                while (rows.hasNext()) {
                  rows.next();
                }
              })
          .isInstanceOf(failure);
    }
  }
}
