package io.github.bedrockjdbc.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CallLogTest {
  private final CallLog log = new CallLog();

  @Test
  void callsComeInTheOrderInWhichTheyEnded() {
    log.add(call(2, 1));
    log.add(call(1, 1));

    assertThat(log.calls()).containsExactly(call(2, 1), call(1, 1));
  }

  @Test
  void theOldestIsForgottenWhenItIsFull() {
    LongStream.rangeClosed(1, CallLog.CAPACITY + 5).forEach(query -> log.add(call(1, query)));

    assertThat(queries(log.calls(), 1))
        .isEqualTo(LongStream.rangeClosed(6, CallLog.CAPACITY + 5).boxed().toList());
  }

  @Test
  void whatWasReadDoesNotChange() {
    final List<ApiCall> before = log.calls();
    log.add(call(1, 1));

    assertThat(before).isEmpty();
  }

  @Test
  void threadsLoseNothingOfEachOther() throws InterruptedException {
    final int threads = 8;
    final int each = CallLog.CAPACITY / threads;
    final List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      final int connection = i;
      final Thread thread =
          new Thread(
              () ->
                  LongStream.range(0, each)
                      .forEach(
                          query -> {
                            log.add(call(connection, query));
                            assertThat(log.calls()).hasSizeLessThanOrEqualTo(CallLog.CAPACITY);
                          }));
      running.add(thread);
      thread.start();
    }
    for (Thread thread : running) {
      thread.join();
    }

    assertThat(log.calls()).hasSize(threads * each);
    for (int i = 0; i < threads; i++) {
      assertThat(queries(log.calls(), i)).isEqualTo(LongStream.range(0, each).boxed().toList());
    }
  }

  private static List<Long> queries(List<ApiCall> calls, long connection) {
    return calls.stream()
        .map(call -> call.caller().orElseThrow())
        .filter(caller -> caller.connection() == connection)
        .map(Caller::query)
        .toList();
  }

  private static ApiCall call(long connection, long query) {
    return new ApiCall(
        Optional.of(new Caller(connection, query)),
        ApiOperation.LIST,
        "localhost",
        "",
        "us-east-1",
        Optional.empty(),
        Optional.of("UNREACHABLE"),
        Optional.empty(),
        1,
        Instant.EPOCH,
        Duration.ZERO);
  }
}
