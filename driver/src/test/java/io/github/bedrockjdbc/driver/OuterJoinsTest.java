package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joins by a key that an outer join below may have left out. */
class OuterJoinsTest {
  private static final String V =
      " (VALUES ('a', 1), ('b', 2), ('c', 3), ('d', 4), ('e', 5), ('f', 6))";

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(5);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "FROM %s x(k, n) LEFT JOIN (SELECT * FROM %s y(k, n) WHERE n > 3) y ON y.k = x.k"
            + " LEFT JOIN %s z(k, n) ON z.k = y.k; 6|3|3",
        "FROM %s x(k, n) LEFT JOIN (SELECT * FROM %s y(k, n) WHERE MOD(n, 2) = 0) y ON y.k = x.k"
            + " JOIN %s z(k, n) ON z.k = y.k; 3|3|3",
        "FROM (SELECT * FROM %s y(k, n) WHERE n > 3) x RIGHT JOIN %s y(k, n) ON y.k = x.k"
            + " LEFT JOIN %s z(k, n) ON z.k = x.k; 3|6|3",
        "FROM (SELECT * FROM %s x(k, n) WHERE n > 2) x FULL JOIN"
            + " (SELECT * FROM %s y(k, n) WHERE n < 5) y ON y.k = x.k"
            + " LEFT JOIN %s z(k, n) ON z.k = y.k AND z.n = y.n; 4|4|4",
        "FROM %s x(k, n) LEFT JOIN (SELECT * FROM %s y(k, n) WHERE n > 3) y USING (k)"
            + " FULL JOIN %s z(k, n) ON z.n = y.n; 6|3|6"
      })
  void findWhatIsThere(String from, String counts) throws SQLException {
    for (String pushdown : new String[] {"true", "false"}) {
      assertThat(
              Queries.run(
                  Urls.of(emulator) + ";pushdown=" + pushdown,
                  "SELECT COUNT(x.n), COUNT(y.n), COUNT(z.n) " + from.replace("%s", V.strip())))
          .containsExactly(counts);
    }
  }

  @ParameterizedTest
  @CsvSource({"LEFT, LEFT", "LEFT, FULL", "FULL, LEFT"})
  void overJobsToo(String first, String second) throws SQLException {
    for (String pushdown : new String[] {"true", "false"}) {
      assertThat(
              Queries.run(
                  Urls.of(emulator) + ";pushdown=" + pushdown,
                  "SELECT COUNT(*) FROM jobs t0 "
                      + first
                      + " JOIN (SELECT * FROM jobs WHERE total_records > 0) t1"
                      + " ON t1.job_arn = t0.job_arn "
                      + second
                      + " JOIN jobs t2 ON t2.job_arn = t1.job_arn"
                      + " WHERE (t1.job_arn IS NULL) <> (t2.job_arn IS NULL)"
                      + " AND t0.job_arn IS NOT NULL"))
          .containsExactly("0");
    }
  }
}
