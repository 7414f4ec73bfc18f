package io.github.bedrockjdbc.driver.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random joins and filters of jobs and their details: as planned, as written, and by another engine
 * over the same rows.
 */
class DetailJoinsTest {
  private static final int QUERIES = Integer.getInteger("details.queries", 20);
  private static final long SEED = Long.getLong("details.seed", 11);

  private static final List<String> COLUMNS =
      List.of(
          "job_arn",
          "job_id",
          "job_name",
          "status",
          "total_records",
          "error_records",
          "output_tokens",
          "input_tokens",
          "usage_state",
          "tags_state",
          "tags",
          "input_name");

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(70);
  @AutoClose private final Connection planned = Urls.connect(emulator);
  @AutoClose private final Connection asWritten = Urls.connect(emulator, ";pushdown=false");
  @AutoClose private final Connection other = inMemory();

  private static Connection inMemory() {
    try {
      return DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The rows as they come without a join or a filter. */
  @BeforeEach
  void copy() throws SQLException {
    try (Statement create = other.createStatement()) {
      create.execute(
          "CREATE TABLE job_details (job_arn VARCHAR, job_id VARCHAR, job_name VARCHAR,"
              + " status VARCHAR, total_records BIGINT, error_records BIGINT, output_tokens BIGINT,"
              + " input_tokens BIGINT, usage_state VARCHAR, tags_state VARCHAR, tags VARCHAR,"
              + " input_name VARCHAR)");
      create.execute("CREATE VIEW jobs AS SELECT * FROM job_details");
    }
    try (Statement read = planned.createStatement();
        ResultSet rows =
            read.executeQuery("SELECT " + String.join(", ", COLUMNS) + " FROM job_details");
        PreparedStatement insert =
            other.prepareStatement(
                "INSERT INTO job_details VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      while (rows.next()) {
        for (int i = 1; i <= COLUMNS.size(); i++) {
          insert.setObject(i, rows.getObject(i));
        }
        insert.executeUpdate();
      }
    }
  }

  @Test
  void threeWaysGiveTheSameRows() throws SQLException {
    int rows = 0;
    for (int i = 0; i < QUERIES; i++) {
      final String sql = new Grammar(new SplittableRandom(SEED + i)).query();
      final List<String> expected = sorted(other, sql);
      rows += expected.size();
      assertThat(sorted(planned, sql)).as(sql).isEqualTo(expected);
      assertThat(sorted(asWritten, sql)).as("as written: " + sql).isEqualTo(expected);
    }
    assertThat(rows).isGreaterThan(QUERIES); // empty answers prove little
  }

  private static List<String> sorted(Connection connection, String sql) throws SQLException {
    return Queries.run(connection, sql).stream().map(String::toLowerCase).sorted().toList();
  }

  private record Grammar(SplittableRandom random) {
    String query() {
      final int tables = 1 + random.nextInt(3);
      final StringBuilder from = new StringBuilder(table() + " t0");
      for (int i = 1; i < tables; i++) {
        from.append(pick(" JOIN ", " LEFT JOIN ", " JOIN ", " RIGHT JOIN ", " LEFT JOIN "))
            .append(table())
            .append(" t" + i + " ON ")
            .append(condition(i));
      }
      final List<String> shown = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        shown.add("t" + random.nextInt(tables) + "." + column());
      }
      final String where = random.nextInt(3) == 0 ? "" : " WHERE " + predicate(tables);
      return random.nextInt(4) == 0
          ? "SELECT COUNT(*), SUM(t0.total_records) FROM " + from + where
          : "SELECT " + String.join(", ", shown) + " FROM " + from + where;
    }

    private String condition(int i) {
      final String key =
          pick("t%1$d.job_arn = t%2$d.job_arn", "t%2$d.job_arn = t%1$d.job_arn")
              .formatted(random.nextInt(i), i);
      return switch (random.nextInt(6)) {
        case 0 -> key + " AND t" + i + "." + test();
        case 1 -> key + " AND t0." + test();
        case 2 -> "t0.job_id = t" + i + ".job_id";
        default -> key;
      };
    }

    private String table() {
      return switch (random.nextInt(6)) {
        case 0 -> "(SELECT * FROM job_details WHERE " + test() + ")";
        case 1 ->
            "(SELECT * FROM job_details WHERE job_arn IN (SELECT job_arn FROM jobs WHERE "
                + listed()
                + "))";
        case 2 ->
            "(SELECT job_arn, job_id, job_name, status, total_records, error_records,"
                + " output_tokens, input_tokens, usage_state, tags_state, tags, input_name"
                + " FROM job_details d WHERE EXISTS (SELECT * FROM jobs j"
                + " WHERE j.job_arn = d.job_arn AND j."
                + listed()
                + "))";
        default -> "job_details";
      };
    }

    private String predicate(int tables) {
      final String one = "t" + random.nextInt(tables) + "." + test();
      return switch (random.nextInt(4)) {
        case 0 -> one + " AND t" + random.nextInt(tables) + "." + test();
        case 1 -> one + " OR t" + random.nextInt(tables) + "." + test();
        case 2 -> "NOT (" + one + ")";
        default -> one;
      };
    }

    private String test() {
      return random.nextBoolean()
          ? listed()
          : pick(
              "output_tokens > 100000",
              "input_tokens IS NULL",
              "usage_state = 'read'",
              "usage_state <> 'missing'",
              "tags LIKE '%claims%'",
              "tags IS NOT NULL",
              "tags_state = 'unlisted'");
    }

    private String listed() {
      return pick(
          "status = 'Completed'",
          "status IN ('Failed', 'Completed')",
          "status <> 'Failed'",
          "job_name LIKE '%a%'",
          "total_records > 500",
          "error_records = 0",
          "error_records IS NULL");
    }

    private String column() {
      return pick(COLUMNS.toArray(String[]::new));
    }

    private String pick(String... some) {
      return some[random.nextInt(some.length)];
    }
  }
}
