package io.github.bedrockjdbc.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Queries against a service on this machine, beside the vendor's client. */
final class Scans {
  private static final String DRIVER = "driver";
  private static final String SDK = "SDK";
  private static final String TOKENS = "tokens";
  private static final String PARALLEL = "parallel";
  static final String JOBS = "100000";
  static final int PAGE = 1000;
  private static final int SMALL_PAGE = 100;

  /** What the driver sends for {@code LIMIT 10}: it looks where the last second ends. */
  private static final int ASKED_FOR_10 = 15;

  static final String ALL = "SELECT " + ThroughDriver.COLUMNS + " FROM jobs";
  static final String NEWEST = ALL + " ORDER BY submit_time DESC LIMIT 10";

  private Scans() {}

  static List<Outcome> full() throws Exception {
    final Sink sink = new Sink();
    try (Service service = new Service("--jobs", JOBS);
        ThroughDriver driver = new ThroughDriver(service, ";parallelism=1");
        ThroughDriver parallel = new ThroughDriver(service, "");
        ThroughSdk sdk = new ThroughSdk(service.endpoint())) {
      final ThroughTokens tokens = new ThroughTokens(service.endpoint());
      final Map<String, Double> millis =
          new Race()
              .with(DRIVER, () -> driver.rows(ALL, sink))
              .with(PARALLEL, () -> parallel.rows(ALL, sink))
              .with(SDK, () -> sdk.all(PAGE, sink))
              .with(TOKENS, () -> tokens.all(PAGE))
              .run(10, 9);
      final String work = "100,000 jobs, 24 columns, ";
      return List.of(
          Outcome.ratio(
              work + "parallelism=1", millis.get(DRIVER), "SDK paginator", millis.get(SDK), 0.5),
          Outcome.ratio(
              work + "parallelism=1", millis.get(DRIVER), "tokens", millis.get(TOKENS), 1.25),
          Outcome.ratio(
              work + "default parallelism",
              millis.get(PARALLEL),
              "SDK paginator",
              millis.get(SDK),
              0.33));
    }
  }

  static List<Outcome> slow() throws Exception {
    final Sink sink = new Sink();
    final List<Outcome> outcomes = new ArrayList<>(slow(20, 0.33, sink));
    outcomes.addAll(slow(100, 0.28, sink));
    return outcomes;
  }

  private static List<Outcome> slow(int pages, double goal, Consumer<Object> sink)
      throws Exception {
    final String jobs = Integer.toString(pages * SMALL_PAGE);
    try (Service service =
            new Service(
                "--jobs", jobs, "--page-cap", Integer.toString(SMALL_PAGE), "--latency", "100");
        ThroughDriver driver = new ThroughDriver(service, "");
        ThroughSdk sdk = new ThroughSdk(service.endpoint())) {
      final Map<String, Double> plain =
          new Race()
              .with(DRIVER, () -> driver.rows(ALL, sink))
              .with(SDK, () -> sdk.all(PAGE, sink))
              .run(1, 5);
      final Map<String, Double> sorted =
          new Race()
              .with(DRIVER, () -> driver.rows(ALL + " ORDER BY submit_time", sink))
              .with(SDK, () -> sdk.sorted(PAGE, sink))
              .run(1, 5);
      final String work = pages + " pages of 100 ms, default parallelism";
      return List.of(
          Outcome.ratio(work, plain.get(DRIVER), "SDK paginator", plain.get(SDK), goal),
          Outcome.ratio(
              work + ", ORDER BY submit_time",
              sorted.get(DRIVER),
              "SDK paginator and sort",
              sorted.get(SDK),
              0.35));
    }
  }

  static List<Outcome> first() throws Exception {
    final Sink sink = new Sink();
    try (Service service = new Service("--jobs", JOBS);
        ThroughDriver driver = new ThroughDriver(service, "");
        ThroughSdk sdk = new ThroughSdk(service.endpoint())) {
      final Map<String, Double> millis =
          new Race()
              .with(DRIVER, () -> driver.rows(NEWEST, sink))
              .with(SDK, () -> first10(sdk.newest(ASKED_FOR_10, sink)))
              .with(SDK + " 10", () -> sdk.newest(10, sink))
              .run(500, 1000);
      final String work = "ORDER BY submit_time DESC LIMIT 10, warm";
      return List.of(
          Outcome.ratio(work, millis.get(DRIVER), "SDK, same parameters", millis.get(SDK), 1.3),
          Outcome.ratio(
              work, millis.get(DRIVER), "SDK, asking for 10 jobs", millis.get(SDK + " 10"), 1.6));
    }
  }

  private static long first10(long jobs) {
    return Math.min(jobs, 10);
  }

  static List<Outcome> details() throws Exception {
    final Sink sink = new Sink();
    final String failed = "SELECT job_id, message FROM jobs WHERE status = 'Failed' LIMIT 200";
    final String work = "200 failed jobs with message, 50 ms a detail, parallelism=8";
    double sideBySide = 0;
    double oneByOne = 0;
    try (Service service = new Service("--jobs", "5000", "--latency", "50")) {
      // Messages are kept for good, so each run has an engine of its own.
      final Map<String, Double> millis =
          new Race()
              .with(DRIVER, () -> fresh(service, ";parallelism=8", failed, sink))
              .with(TOKENS, () -> fresh(service, ";parallelism=1", failed, sink))
              .run(1, 5);
      sideBySide = millis.get(DRIVER);
      oneByOne = millis.get(TOKENS);
    }
    return List.of(Outcome.ratio(work, sideBySide, "parallelism=1", oneByOne, 0.16));
  }

  private static long fresh(Service service, String keys, String sql, Consumer<Object> values)
      throws Exception {
    // Equal settings share an engine: a bound that no query reaches makes them differ.
    try (ThroughDriver driver =
        new ThroughDriver(
            service, keys + ";maxRequests=" + (1_000_000 + System.nanoTime() % 1_000_000))) {
      return driver.rows(sql, values);
    }
  }
}
