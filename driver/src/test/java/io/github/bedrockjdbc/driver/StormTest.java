package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.plan.Planning;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Await;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Statements that are ended at any moment, while slices are read: each gives all its rows or says
 * that it was ended, and nothing is left behind. {@code -Dstorm.seconds=600} goes on for longer.
 */
class StormTest {
  private static final long NANOS = TimeUnit.SECONDS.toNanos(Long.getLong("storm.seconds", 1));
  private static final int JOBS = 300;
  private static final int THREADS = 4;
  private static final int MOST_MICROS = 30_000;

  private static final Set<String> ENDED = Set.of("57014", "HY010", "08003");

  private static final List<String> STATEMENTS =
      List.of(
          "SELECT COUNT(*) FROM jobs",
          "SELECT COUNT(*) FROM jobs WHERE message IS NULL OR status <> 'x'",
          "SELECT COUNT(*) FROM (SELECT job_arn FROM jobs ORDER BY submit_time)",
          "SELECT SUM(n) FROM (SELECT status, COUNT(*) n FROM jobs GROUP BY status)",
          "SELECT COUNT(*) FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn",
          // Has an end, as one that is cancelled before it begins is not cancelled.
          "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 100 * %d)"
                  .formatted(JOBS)
              + " SELECT COUNT(*) / 100 FROM r");

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final ScheduledExecutorService killers = Executors.newScheduledThreadPool(2);
  private final AtomicInteger ended = new AtomicInteger();
  private BedrockEmulator emulator;

  @BeforeEach
  void start() {
    emulator = Urls.emulatorWith(JOBS);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    killers.shutdownNow();
    emulator.close();
  }

  private String url() {
    return Urls.of(emulator) + ";parallelism=8;pageSize=10";
  }

  private void storm(int seed, Step step) throws Exception {
    final long end = System.nanoTime() + NANOS;
    final List<Future<?>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      final Random random = new Random(seed + thread);
      final Callable<Void> stormy =
          () -> {
            while (System.nanoTime() - end < 0) {
              step.run(random);
            }
            return null;
          };
      tasks.add(threads.submit(stormy));
    }
    for (Future<?> task : tasks) {
      task.get(NANOS + TimeUnit.MINUTES.toNanos(2), TimeUnit.NANOSECONDS);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run(Random random) throws Exception;
  }

  /** Runs one statement, which something ends after a while, if it takes that long. */
  private void run(Random random) throws Exception {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      final int which = random.nextInt(STATEMENTS.size());
      final Thread reader = Thread.currentThread();
      final Future<?> killer =
          killers.schedule(
              end(random.nextInt(5), connection, statement, reader),
              random.nextInt(MOST_MICROS),
              TimeUnit.MICROSECONDS);
      try {
        assertThat(Answered.rows(statement.executeQuery(STATEMENTS.get(which))))
            .containsExactly(Integer.toString(JOBS));
      } catch (SQLException e) {
        assertThat(ENDED).as(e.getMessage()).contains(e.getSQLState());
        ended.incrementAndGet();
      }
      await(killer);
      Thread.interrupted();
      if (!connection.isClosed()) {
        try (Statement next = connection.createStatement()) {
          assertThat(Answered.rows(next.executeQuery("SELECT 1"))).containsExactly("1");
        }
      }
    }
  }

  /** Its failure is one, too; its interrupt may come as late as here. */
  private static void await(Future<?> killer) throws ExecutionException {
    boolean isOver = false;
    while (!isOver) {
      try {
        killer.get();
        isOver = true;
      } catch (InterruptedException late) {
        Thread.interrupted();
      }
    }
  }

  private static Callable<Void> end(
      int by, Connection connection, Statement statement, Thread reader) {
    return () -> {
      switch (by) {
        case 0 -> statement.cancel();
        case 1 -> statement.close();
        case 2 -> connection.close();
        case 3 -> connection.abort(Runnable::run);
        default -> reader.interrupt();
      }
      return null;
    };
  }

  @Test
  void endedAtAnyMoment() throws Exception {
    try (Connection kept = DriverManager.getConnection(url())) {
      storm(31, this::run);
      assertThat(ended).hasPositiveValue();
      final Planning planning = kept.unwrap(BedrockConnection.class).database().planning();
      Await.until("a planning goes on", () -> planning.leftBehind() == 0);
      emulator.awaitOpenExchanges(0);
      assertThat(Answered.to(kept, STATEMENTS.get(0)).rows())
          .containsExactly(Integer.toString(JOBS));
    }
  }

  @Test
  void openedAndClosedWithDifferentSecrets() throws Exception {
    storm(
        47,
        random -> {
          final boolean isRight = random.nextBoolean();
          final String secret = isRight ? "" : "wrong" + random.nextInt(3);
          try (Connection connection =
                  DriverManager.getConnection(
                      url().replace(";parallelism", secret + ";parallelism"));
              Statement statement = connection.createStatement()) {
            assertThat(Answered.rows(statement.executeQuery("SELECT COUNT(*) FROM jobs")))
                .containsExactly(Integer.toString(JOBS));
            assertThat(isRight).isTrue();
          } catch (SQLException e) {
            assertThat(isRight).as(e.getMessage()).isFalse();
            assertThat(e.getSQLState()).isEqualTo("28000");
          }
        });
    emulator.awaitOpenExchanges(0);
  }
}
