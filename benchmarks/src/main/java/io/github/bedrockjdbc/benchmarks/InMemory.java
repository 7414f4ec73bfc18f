package io.github.bedrockjdbc.benchmarks;

import io.github.bedrockjdbc.driver.ReadingBenchmark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What needs no answer of the service, measured by JMH. */
final class InMemory {
  private InMemory() {}

  static List<Outcome> planning() throws RunnerException {
    final Collection<RunResult> results = run(PlanningBenchmark.class, 1, 12);
    return List.of(
        Outcome.absolute(
            "planning a statement seen before", "ms", score(results, "seenBefore", ""), 1),
        Outcome.absolute("planning a new statement, direct", "ms", score(results, "fresh", ""), 10),
        Outcome.absolute(
            "planning a new statement, GROUP BY", "ms", score(results, "freshFull", ""), 10),
        Outcome.absolute(
            "planning a new statement, a join", "ms", score(results, "freshJoin", ""), 10),
        Outcome.absolute(
            "planning a new statement, a correlated subquery",
            "ms",
            score(results, "freshCorrelated", ""),
            10));
  }

  static List<Outcome> reading() throws RunnerException {
    final Collection<RunResult> results = run(ReadingBenchmark.class, 3, 7);
    final List<Outcome> outcomes = new ArrayList<>();
    for (String how : List.of("object", "string", "timestamp")) {
      outcomes.add(
          Outcome.ratio(
              "reading 100,000 x 28 values, get"
                  + how.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                  + how.substring(1),
              score(results, how, "driver"),
              "H2 in memory",
              score(results, how, "h2"),
              1.0));
    }
    return outcomes;
  }

  /**
   * Runs one.
   *
   * @param forks JVMs: one compiler may have more luck than the next
   * @param warmUps of two seconds each: what is much code takes long to be compiled
   */
  private static Collection<RunResult> run(Class<?> benchmark, int forks, int warmUps)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(benchmark.getSimpleName())
                .forks(forks)
                .warmupIterations(warmUps)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .build())
        .run();
  }

  private static double score(Collection<RunResult> results, String method, String engine) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .filter(result -> engine.isEmpty() || engine.equals(result.getParams().getParam("engine")))
        .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(50))
        .findFirst()
        .orElseThrow();
  }
}
