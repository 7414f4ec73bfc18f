package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Null is not zero, whatever is simplified around it. */
class NullsTest {
  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(400);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COALESCE(total_records, -1) = 0",
        "CASE WHEN total_records IS NOT NULL THEN total_records ELSE -1 END = 0",
        "CASE WHEN total_records IS NULL THEN -1 ELSE total_records END = 0",
        "total_records = 0",
        "NULLIF(total_records, -1) = 0",
        "COALESCE(total_records, NULL, -1) = 0",
        "total_records IS NOT NULL AND total_records + 1 = 1",
        "NOT (COALESCE(total_records, -1) <> 0)",
      })
  void comparesAsUnknown(String where) throws SQLException {
    final long expected = count(job -> Objects.equals(job.counters().total(), 0L));

    assertThat(expected).isPositive().isLessThan(count(job -> job.counters().total() == null));
    for (String setting : new String[] {"", ";pushdown=false"}) {
      assertThat(
              Queries.run(Urls.of(emulator) + setting, "SELECT COUNT(*) FROM jobs WHERE " + where))
          .containsExactly("" + expected);
    }
  }

  /** A subquery's value that is NULL alone has the type of what it is compared with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "total_records IS NOT DISTINCT FROM (SELECT NULL FROM jobs k WHERE k.job_id = j.job_id)",
        "end_time IS NULL AND (SELECT MIN(NULL) FROM jobs) IS NOT DISTINCT FROM total_records",
        "total_records IS NULL AND (total_records = (SELECT MAX(NULL) FROM jobs)) IS NOT TRUE",
        "total_records IS NULL AND (SELECT SUM(NULL) FROM jobs) <> 1 IS UNKNOWN",
        "total_records IS NULL AND status IS DISTINCT FROM (SELECT MAX(CASE k.status WHEN 'x' THEN"
            + " NULL END) FROM jobs k WHERE k.submit_time < j.submit_time)",
        "EXISTS (SELECT 1 FROM (SELECT MAX(NULL) m FROM jobs) x WHERE j.total_records IS NOT"
            + " DISTINCT FROM x.m)",
      })
  void hasTheTypeOfTheOther(String where) throws SQLException {
    assertThat(Queries.run(Urls.of(emulator), "SELECT COUNT(*) FROM jobs j WHERE " + where))
        .isEqualTo(
            Queries.run(
                Urls.of(emulator),
                "SELECT COUNT(*) FROM jobs WHERE total_records IS NULL"
                    + (where.startsWith("end_time") ? " AND end_time IS NULL" : "")));
  }

  /** What is NULL alone is so as a value of any type, whatever computes it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MAX(NULL) OVER () * 1.5                                              | null
          COALESCE(LAG(NULL) OVER (ORDER BY j.n), 1.5)                         | 1.5
          CAST(LAST_VALUE(CASE j.n WHEN 9 THEN NULL END) OVER () AS DECIMAL)   | null
          SUM(NULL) OVER () IS DISTINCT FROM 1                                 | true
          ROUND(NTH_VALUE(NULL, 2) OVER (), 1)                                 | null
          1.5 IN (SELECT j.c)                                                  | null
          EXISTS (SELECT 1 FROM (VALUES (1.5)) k(m) WHERE k.m > j.c)           | false
          (SELECT CAST(j.c AS DECIMAL) * COUNT(*) FROM (VALUES (1)) k(m))      | null
          (SELECT j.c IS DISTINCT FROM COUNT(*) FROM (VALUES (1)) k(m))        | true
          (SELECT CASE WHEN COUNT(*) > j.c THEN j.c ELSE 1.5 END FROM jobs)    | 1.5
          """)
  void isOfAnyType(String value, String expected) throws SQLException {
    assertThat(
            Queries.run(
                Urls.of(emulator),
                "SELECT " + value + " FROM (VALUES (1, NULL), (2, NULL)) j(n, c)"))
        .containsExactly(expected, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CAST(2 AS DECIMAL(12, 3)) | 2.000
          INTERVAL '2' DAY          | +2
          INTERVAL '1-2' YEAR TO MONTH | +1-02
          """)
  void isOfTheTypeOfAnotherBranch(String other, String text) throws SQLException {
    for (String value : new String[] {"MAX(NULL) OVER ()", "NULL", "MIN(NULL)"}) {
      assertThat(
              Queries.run(
                  Urls.of(emulator),
                  "SELECT " + value + " FROM (VALUES (1)) j(n) UNION ALL SELECT " + other))
          .containsExactlyInAnyOrder("null", text);
    }
  }

  /** Nothing is simplified beside as many terms as that. */
  @ParameterizedTest
  @CsvSource({"LIKE", "NOT LIKE", "SIMILAR TO", "NOT SIMILAR TO"})
  void isNoPatternInALongStatement(String operator) throws SQLException {
    final String terms =
        IntStream.range(0, 101).mapToObj(i -> "n = " + i).collect(Collectors.joining(" OR "));
    assertThat(
            Queries.run(
                Urls.of(emulator),
                "SELECT n, c "
                    + operator
                    + " CAST(NULL AS VARCHAR) FROM (VALUES (1, 'a'), (-1, 'b')) v(n, c) WHERE "
                    + terms))
        .containsExactly("1|null");
  }

  private static long count(Predicate<Job> predicate) {
    return emulator.jobs().stream().filter(predicate).count();
  }
}
