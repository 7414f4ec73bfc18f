package io.github.bedrockjdbc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Queries over rows that are kept, as {@code maxAge} allows. */
final class Kept {
  private static final String DRIVER = "driver";
  private static final String OTHER = "other";
  private static final String JOBS = "100000";
  private static final int PAGE = 1000;
  private static final String PER_STATUS = "SELECT status, COUNT(*) FROM jobs GROUP BY status";

  /** Of a list alone: others ask for each job, which a paginator does not. */
  private static final String OF_DETAILS =
      "(?s).*(message|_tokens|job_details|FROM models|inference_profiles).*";

  private Kept() {}

  /** Computing over rows in memory, and what these take. */
  static List<Outcome> memory() throws Exception {
    final List<Object> values = new ArrayList<>();
    try (Service service = new Service("--jobs", JOBS);
        ThroughDriver driver = new ThroughDriver(service, ";maxAge=86400");
        Connection h2 = DriverManager.getConnection("jdbc:h2:mem:;OPTIMIZE_REUSE_RESULTS=0")) {
      copy(service, h2);
      final Map<String, Double> millis =
          new Race()
              .with(DRIVER, () -> driver.rows(PER_STATUS, value -> {}))
              .with(OTHER, () -> rows(h2, PER_STATUS))
              .run(50, 51);
      driver.rows("SELECT kept_bytes FROM sources", values::add);
      return List.of(
          Outcome.ratio(
              "COUNT(*) GROUP BY status, 100,000 kept jobs",
              millis.get(DRIVER),
              "H2 in memory",
              millis.get(OTHER),
              1.0),
          Outcome.absolute(
              "100,000 kept jobs, all columns", "MB", ((Long) values.get(0)) / 1e6, 60));
    }
  }

  /** All ready-made queries of the list, one after the other, against reading it for each. */
  static List<Outcome> reports() throws Exception {
    final List<String> queries = queries();
    try (Service service = new Service("--jobs", JOBS, "--latency", "100");
        ThroughSdk sdk = new ThroughSdk(service.endpoint())) {
      final Map<String, Double> millis =
          new Race()
              .with(DRIVER, () -> all(service, queries))
              .with(OTHER, () -> sdk.all(PAGE, value -> {}))
              .run(0, 5);
      return List.of(
          Outcome.ratio(
              queries.size() + " ready-made queries, 100 ms a page, maxAge=60",
              millis.get(DRIVER),
              "SDK paginator once for each",
              queries.size() * millis.get(OTHER),
              0.1));
    }
  }

  /** As many jobs as the paginator reads: each run begins with nothing kept. */
  private static long all(Service service, List<String> queries) throws SQLException {
    // Equal settings share what is kept: a bound that no query reaches makes them differ.
    final long own = 1_000_000 + System.nanoTime() % 1_000_000;
    try (ThroughDriver driver = new ThroughDriver(service, ";maxAge=60;maxRequests=" + own)) {
      for (String query : queries) {
        driver.rows(query, value -> {});
      }
      final List<Object> count = new ArrayList<>();
      driver.rows("SELECT COUNT(*) FROM jobs", count::add);
      return (Long) count.get(0);
    }
  }

  private static List<String> queries() throws IOException {
    final List<String> queries = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("queries")))) {
      for (Path file : files.sorted().toList()) {
        final String sql = Files.readString(file);
        if (!sql.matches(OF_DETAILS)) {
          queries.add(sql.strip().replaceFirst(";$", ""));
        }
      }
    }
    return queries;
  }

  /** Requests that make rows young again, once they are a second old. */
  static List<Outcome> renewal() throws Exception {
    final String asked = "SELECT COUNT(*) FROM api_calls";
    final String count = "SELECT COUNT(*), COUNT(CASE WHEN end_time IS NULL THEN 1 END) FROM jobs";
    final List<Object> calls = new ArrayList<>();
    final List<Object> jobs = new ArrayList<>();
    try (Service service = new Service("--jobs", JOBS);
        ThroughDriver driver = new ThroughDriver(service, ";maxAge=1")) {
      driver.rows(count, jobs::add);
      driver.rows(asked, calls::add);
      Thread.sleep(1_100);
      driver.rows(count, jobs::add);
      driver.rows(asked, calls::add);
      return List.of(
          Outcome.absolute(
              "renewal of %,d kept jobs, %,d without an end".formatted(jobs.toArray()),
              "requests",
              (double) ((Long) calls.get(1) - (Long) calls.get(0)),
              2));
    }
  }

  private static long rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      final int columns = rows.getMetaData().getColumnCount();
      long count = 0;
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
        count++;
      }
      return count;
    }
  }

  private static void copy(Service service, Connection h2) throws SQLException {
    final List<String> columns = List.of(ThroughDriver.COLUMNS.split(", ", -1));
    try (Connection connection = DriverManager.getConnection(service.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + ThroughDriver.COLUMNS + " FROM jobs");
        Statement create = h2.createStatement()) {
      create.execute(
          "CREATE TABLE jobs ("
              + IntStream.range(0, columns.size())
                  .mapToObj(i -> columns.get(i) + " " + type(rows, i + 1))
                  .collect(Collectors.joining(", "))
              + ")");
      try (PreparedStatement insert =
          h2.prepareStatement("INSERT INTO jobs VALUES (" + "?, ".repeat(23) + "?)")) {
        while (rows.next()) {
          for (int i = 1; i <= columns.size(); i++) {
            insert.setObject(i, rows.getObject(i));
          }
          insert.executeUpdate();
        }
      }
    }
  }

  private static String type(ResultSet rows, int column) {
    try {
      return rows.getMetaData().getColumnTypeName(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
