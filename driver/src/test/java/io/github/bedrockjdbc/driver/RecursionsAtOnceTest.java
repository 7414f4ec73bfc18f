package io.github.bedrockjdbc.driver;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Executions of a recursive statement share its plan, and none of its rows. */
class RecursionsAtOnceTest {
  private static final int THREADS = 4;
  private static final int TIMES = 40;

  private static final String TO_200 =
      "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 200)";

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(3);

  @Test
  void severalThreadsCountTheirOwnRows() throws Exception {
    final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      final List<Future<List<String>>> counts = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        counts.add(threads.submit(this::counts));
      }
      for (Future<List<String>> each : counts) {
        assertThat(each.get()).isEqualTo(nCopies(TIMES, "200"));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> counts() throws SQLException {
    final List<String> counts = new ArrayList<>();
    try (Connection connection = Urls.connect(emulator)) {
      for (int i = 0; i < TIMES; i++) {
        counts.addAll(Answered.to(connection, TO_200 + " SELECT COUNT(*) FROM r").rows());
      }
    }
    return counts;
  }

  @Test
  void resultsOfOneTextAreReadInTurn() throws SQLException {
    try (Connection connection = Urls.connect(emulator);
        PreparedStatement one = connection.prepareStatement(TO_200 + " SELECT n FROM r");
        PreparedStatement other = connection.prepareStatement(TO_200 + " SELECT n FROM r");
        ResultSet ones = one.executeQuery();
        ResultSet others = other.executeQuery()) {
      for (int n = 1; n <= 200; n++) {
        assertThat(ones.next() && others.next()).isTrue();
        assertThat(List.of(ones.getInt(1), others.getInt(1))).containsExactly(n, n);
      }
      assertThat(ones.next() || others.next()).isFalse();
    }
  }

  @Test
  void whatWasLeftHalfReadIsBegunAnew() throws SQLException {
    try (Connection connection = Urls.connect(emulator);
        PreparedStatement statement = connection.prepareStatement(TO_200 + " SELECT n FROM r")) {
      for (int i = 0; i < 3; i++) {
        try (ResultSet rows = statement.executeQuery()) {
          for (int n = 1; n <= 50; n++) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(n);
          }
        }
      }
    }
  }

  @Test
  void severalRecursionsOfAStatementHaveTheirOwnRows() throws SQLException {
    try (Connection connection = Urls.connect(emulator)) {
      for (String[] each :
          new String[][] {
            {TO_200 + " SELECT COUNT(*) FROM r a JOIN r b ON a.n = b.n", "200"},
            {TO_200 + " SELECT COUNT(*) FROM r a, r b WHERE a.n < b.n AND b.n < 21", "190"},
            {
              TO_200
                  + ", s(m) AS (SELECT 5 UNION ALL SELECT m - 1 FROM s WHERE m > 1)"
                  + " SELECT SUM(m) FROM s JOIN r ON m = n",
              "15"
            }
          }) {
        assertThat(Answered.to(connection, each[0]).rows()).as(each[0]).containsExactly(each[1]);
      }
    }
  }

  @Test
  void parametersMayBeginARecursion() throws SQLException {
    try (Connection connection = Urls.connect(emulator);
        PreparedStatement statement =
            connection.prepareStatement(
                "WITH RECURSIVE r(n) AS (SELECT ? UNION ALL SELECT n + 1 FROM r WHERE n < ?)"
                    + " SELECT COUNT(*) FROM r")) {
      statement.setInt(1, 3);
      statement.setInt(2, 7);
      assertThat(Answered.rows(statement.executeQuery())).containsExactly("5");
    }
  }

  @Test
  void parametersMayBeInBothQueriesOfARecursion() throws SQLException {
    try (Connection connection = Urls.connect(emulator);
        PreparedStatement statement =
            connection.prepareStatement(
                "WITH RECURSIVE r(n, s) AS (SELECT 1, ? UNION ALL SELECT n + ?, ? FROM r"
                    + " WHERE n < 3) SELECT s FROM r")) {
      statement.setString(1, "a");
      statement.setInt(2, 2);
      statement.setString(3, "bc");
      assertThat(Answered.rows(statement.executeQuery())).containsExactly("a", "bc");
    }
  }

  @Test
  void aParameterOfTheRecursiveQueryIsOfTheTypeOfTheFirst() throws SQLException {
    try (Connection connection = Urls.connect(emulator);
        PreparedStatement statement =
            connection.prepareStatement(
                "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT ? FROM r WHERE n < 3)"
                    + " SELECT n FROM r")) {
      statement.setInt(1, 4);
      assertThat(Answered.rows(statement.executeQuery())).containsExactly("1", "4");
    }
  }
}
