package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
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

  private static long count(Predicate<Job> predicate) {
    return emulator.jobs().stream().filter(predicate).count();
  }
}
