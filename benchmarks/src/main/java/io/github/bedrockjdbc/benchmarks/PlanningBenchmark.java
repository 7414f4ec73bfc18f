package io.github.bedrockjdbc.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From text to a plan, through {@code prepareStatement}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlanningBenchmark {
  private Service service;
  private ThroughDriver driver;
  private long number;

  /** Connects; planning sends nothing. */
  @Setup
  public void connect() throws Exception {
    service = new Service("--jobs", "1");
    driver = new ThroughDriver(service, "");
  }

  /** Ends both. */
  @TearDown
  public void close() throws Exception {
    driver.close();
    service.close();
  }

  /** The same text each time. */
  @Benchmark
  public long seenBefore() throws Exception {
    return driver.plan(
        "SELECT job_id, job_name FROM jobs WHERE status = 'Failed' AND total_records > 5"
            + " ORDER BY submit_time DESC LIMIT 20");
  }

  /** Another number each time, in a statement that the scan answers alone. */
  @Benchmark
  public long fresh() throws Exception {
    return driver.plan(
        "SELECT job_id, job_name FROM jobs WHERE status = 'Failed' AND total_records > "
            + number++
            + " ORDER BY submit_time DESC LIMIT 20");
  }

  /** The same for a statement that Calcite plans in full and compiles. */
  @Benchmark
  public long freshFull() throws Exception {
    return driver.plan(
        "SELECT status, COUNT(*) FROM jobs WHERE total_records > "
            + number++
            + " GROUP BY status ORDER BY 2 DESC");
  }

  /** The same for a join of the table with itself. */
  @Benchmark
  public long freshJoin() throws Exception {
    return driver.plan(
        "SELECT a.job_name, b.job_name FROM jobs a JOIN jobs b ON a.model_id = b.model_id"
            + " WHERE a.status = 'Failed' AND b.total_records > "
            + number++);
  }

  /** The same for a correlated subquery. */
  @Benchmark
  public long freshCorrelated() throws Exception {
    return driver.plan(
        "SELECT job_name FROM jobs a WHERE total_records > (SELECT AVG(total_records) FROM jobs b"
            + " WHERE b.model_id = a.model_id AND b.total_records > "
            + number++
            + ")");
  }
}
