package io.github.bedrockjdbc.driver.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.testing.Await;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlannerThreadsTest {
  private final PlannerThreads threads = new PlannerThreads(Duration.ofMillis(200));
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void close() {
    end.countDown();
    threads.close();
  }

  private FutureTask<String> started(Cancellation cancellation, CountDownLatch begun) {
    final FutureTask<String> caller =
        new FutureTask<>(
            () -> {
              try {
                threads.call(
                    cancellation,
                    () -> {
                      begun.countDown();
                      end.await();
                      return null;
                    });
                return "done";
              } catch (ApiException e) {
                return e.kind().name();
              }
            });
    new Thread(caller, "caller").start();
    return caller;
  }

  /** Begins what cannot be stopped, and leaves it. */
  private void leaveOneBehind() throws Exception {
    final Cancellation cancellation = Cancellation.unlimited();
    final CountDownLatch begun = new CountDownLatch(1);
    final FutureTask<String> caller = started(cancellation, begun);
    begun.await();
    cancellation.cancel();
    assertThat(caller.get(30, TimeUnit.SECONDS)).isEqualTo("CANCELLED");
  }

  private void awaitNoneLeft() {
    Await.until("work goes on", () -> threads.leftBehind() == 0);
  }

  @Test
  void callerIsFreeThoughTheWorkGoesOn() throws Exception {
    leaveOneBehind();
    assertThat(threads.leftBehind()).isEqualTo(1);
    assertThat(threads.<String>call(Cancellation.unlimited(), () -> "next")).isEqualTo("next");
    end.countDown();
    awaitNoneLeft();
  }

  @Test
  void timeLimitFreesTheCaller() throws Exception {
    final FutureTask<String> caller =
        started(Cancellation.after(Duration.ofMillis(20)), new CountDownLatch(1));
    assertThat(caller.get(30, TimeUnit.SECONDS)).isEqualTo("TIMEOUT");
  }

  @Test
  void whatIsLeftBehindEndsWhereItLooks() throws Exception {
    final Cancellation cancellation = Cancellation.unlimited();
    final CountDownLatch begun = new CountDownLatch(1);
    final FutureTask<String> ended =
        new FutureTask<>(
            () -> {
              begun.countDown();
              while (true) {
                PlanningThread.check();
              }
            });
    final FutureTask<?> caller =
        new FutureTask<>(
            () ->
                threads.call(
                    cancellation,
                    () -> {
                      ended.run();
                      return null;
                    }));
    new Thread(caller, "caller").start();
    begun.await();
    cancellation.cancel();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> ended.get(30, TimeUnit.SECONDS))
        .withCauseInstanceOf(ApiException.class);
    awaitNoneLeft();
  }

  @Test
  void onlySoManyAreLeftBehind() throws Exception {
    final List<String> refusals = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      leaveOneBehind();
    }
    assertThatExceptionOfType(ApiException.class) // the time limit of one that has to wait
        .isThrownBy(() -> threads.call(Cancellation.after(Duration.ofMillis(50)), () -> "x"));
    assertThatExceptionOfType(SqlFault.class)
        .isThrownBy(() -> threads.call(Cancellation.unlimited(), () -> refusals.add("ran")))
        .withMessageContaining("8 cancelled statements are still being planned")
        .satisfies(fault -> assertThat(fault.state().code()).isEqualTo("54000"));
    assertThat(refusals).isEmpty();
    end.countDown();
    awaitNoneLeft();
    assertThat(threads.<String>call(Cancellation.unlimited(), () -> "again")).isEqualTo("again");
  }

  @Test
  void failureIsTheCallers() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(
            () ->
                threads.call(
                    Cancellation.unlimited(),
                    () -> {
                      throw SqlErrors.of(SqlState.SYNTAX, "no");
                    }));
  }
}
