package io.github.bedrockjdbc.driver.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Random queries give the same rows with pushdown, without it, and from another engine. {@code
 * -Ddifferential.seed} is the first query's number, {@code -Ddifferential.queries} how many follow
 * from there, for example a hundred thousand. {@code -Ddifferential.grouped=true} prints all
 * failures by their kind, {@code -Ddifferential.parameters} is how many of a hundred statements
 * have question marks wherever a value stands, {@code -Ddifferential.postgres} the URL of another
 * reference, and {@code -Ddifferential.judge} that of one that settles disagreements, and runs what
 * the reference cannot:
 *
 * <pre>mvn -pl emulator,adapter,driver test -Dtest=DifferentialTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Ddifferential.queries=100000</pre>
 */
class DifferentialTest {
  private static final int QUERIES_OF_A_WORLD = 10;

  /** More than one, since a query waits while the emulator answers. */
  private static final int THREADS_PER_CORE = 2;

  private static final int WITH_EVERY_BUILD = 90;
  private static final int FEWEST_FOR_COVERAGE = 500;
  private static final int FEWEST_FOR_FUNCTIONS = 2000;
  private static final int SHOWN_FAILURES = 20;

  private static final boolean IS_GROUPED = Boolean.getBoolean("differential.grouped");
  private static final long SEED = Long.getLong("differential.seed", 0);
  private static final int QUERIES = Integer.getInteger("differential.queries", WITH_EVERY_BUILD);

  /** What a run, or a part of it, has met. */
  private static final class Tally {
    private final Map<Construct, Integer> met = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Set<String> functions = new TreeSet<>();
    private int queries;
    private int withRows;
    private int notCompared;

    private Tally() {
      for (final Construct construct : Construct.values()) {
        met.put(construct, 0);
      }
    }

    private void add(Trial trial) throws SQLException {
      final Trial.Outcome outcome = trial.run();
      queries++;
      withRows += outcome.rows() > 0 ? 1 : 0;
      notCompared += outcome.isCompared() ? 0 : 1;
      trial.query().constructs().forEach(each -> met.merge(each, 1, Integer::sum));
      functions.addAll(trial.query().functions());
      met.merge(Construct.SLICES, outcome.isSliced() ? 1 : 0, Integer::sum);
      outcome.failure().ifPresent(failures::add);
    }

    private void add(Tally other) {
      queries += other.queries;
      withRows += other.withRows;
      notCompared += other.notCompared;
      failures.addAll(other.failures);
      functions.addAll(other.functions);
      other.met.forEach((construct, times) -> met.merge(construct, times, Integer::sum));
    }
  }

  @Test
  void pushdownChangesNoAnswer() throws SQLException, InterruptedException, ExecutionException {
    final Tally tally = new Tally();
    final ExecutorService threads =
        Executors.newFixedThreadPool(THREADS_PER_CORE * Runtime.getRuntime().availableProcessors());
    try {
      final List<Future<Tally>> parts = new ArrayList<>();
      final long end = SEED + QUERIES;
      for (long from = SEED; from < end; from = firstOfWorld(from) + QUERIES_OF_A_WORLD) {
        final long first = from;
        parts.add(
            threads.submit(
                () -> world(first, Math.min(end, firstOfWorld(first) + QUERIES_OF_A_WORLD))));
      }
      for (final Future<Tally> part : parts) {
        tally.add(part.get());
      }
    } finally {
      threads.shutdownNow();
    }

    if (IS_GROUPED) {
      System.out.println(Failure.grouped(tally.failures));
      System.out.printf("%d of %d not compared%n", tally.notCompared, tally.queries);
      assertThat(tally.failures).as("of %d queries", tally.queries).size().isZero();
    }
    assertThat(tally.failures.stream().limit(SHOWN_FAILURES).map(Failure::described))
        .as("%d of %d queries", tally.failures.size(), tally.queries)
        .isEmpty();
    if (QUERIES >= FEWEST_FOR_COVERAGE) {
      assertThat(tally.met).allSatisfy((construct, times) -> assertThat(times).isPositive());
      assertThat(tally.withRows).isGreaterThan(tally.queries / 2);
    }
    if (QUERIES >= FEWEST_FOR_FUNCTIONS) {
      assertThat(tally.functions).containsAll(FunctionTable.names());
    }
  }

  /** The number of the first query in the world of this one. */
  static long firstOfWorld(long seed) {
    return Math.floorDiv(seed, QUERIES_OF_A_WORLD) * QUERIES_OF_A_WORLD;
  }

  private static Tally world(long from, long to) throws SQLException {
    final Tally tally = new Tally();
    try (World world = new World(firstOfWorld(from))) {
      world.constructs().forEach(each -> tally.met.merge(each, 1, Integer::sum));
      for (long seed = from; seed < to; seed++) {
        tally.add(Trial.of(seed, world));
      }
    }
    return tally;
  }
}
