package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gives up waiting leaves no gap: the turns are of those that are still there. */
class RateLimitTest {
  private static final int MANY = 50;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RateLimit limit = new RateLimit(Optional.of(2));

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  /** Fifty turns would take 25 s. */
  private static Cancellation patient() {
    return Cancellation.after(Duration.ofSeconds(10));
  }

  private Future<?> waiting(Cancellation cancellation) {
    return threads.submit(() -> limit.await(cancellation));
  }

  private List<Cancellation> crowd(List<Future<?>> waits) {
    final List<Cancellation> crowd = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      final Cancellation each = Cancellation.unlimited();
      crowd.add(each);
      waits.add(waiting(each));
    }
    return crowd;
  }

  @Test
  void cancelledWaitsDelayNobodyThatComesAfter() throws Exception {
    limit.await(patient());
    final List<Future<?>> waits = new ArrayList<>();
    crowd(waits).forEach(Cancellation::cancel);
    for (Future<?> wait : waits) {
      assertEnds(wait);
    }
    limit.await(patient());
    limit.await(patient());
  }

  @Test
  void norThoseThatWaitAlready() throws Exception {
    limit.await(patient());
    final List<Future<?>> waits = new ArrayList<>();
    final List<Cancellation> crowd = crowd(waits);
    final CompletableFuture<Void> last =
        CompletableFuture.runAsync(() -> limit.await(patient()), threads);
    crowd.forEach(Cancellation::cancel);
    last.get();
    for (Future<?> wait : waits) {
      assertEnds(wait);
    }
  }

  @Test
  void theOthersKeepTheirDistance() {
    final long start = System.nanoTime();
    final List<CompletableFuture<Void>> waits = new ArrayList<>();
    limit.await(patient());
    final Cancellation given = Cancellation.unlimited();
    final Future<?> up = waiting(given);
    for (int i = 0; i < 3; i++) {
      waits.add(CompletableFuture.runAsync(() -> limit.await(patient()), threads));
    }
    given.cancel();
    waits.forEach(CompletableFuture::join);
    assertThat(up).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1400));
  }

  @Test
  void aWaitThatEndsByItselfCountsAsGivenUp() {
    limit.await(patient());
    for (int i = 0; i < MANY; i++) {
      final ApiException over =
          AskedService.failureOf(() -> limit.await(Cancellation.after(Duration.ofMillis(1))));
      assertThat(over.kind()).isEqualTo(Kind.TIMEOUT);
    }
    limit.await(patient());
  }

  /** Either its turn came before it was cancelled, or it says so. */
  private static void assertEnds(Future<?> wait) throws Exception {
    try {
      wait.get();
    } catch (java.util.concurrent.ExecutionException | CompletionException e) {
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              ApiException.class, c -> assertThat(c.kind()).isEqualTo(Kind.CANCELLED));
    }
  }
}
