package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calcite by itself makes a join of a list with twenty values. */
class LongListsTest {
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(400);
  @AutoClose private final Connection connection = Urls.connect(emulator);

  private List<String> ids(String condition, String... parameters) throws SQLException {
    final List<String> ids = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT job_id FROM jobs WHERE " + condition)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }

  private List<Job> some() {
    return emulator.jobs().stream().filter(job -> job.jobId().hashCode() % 4 == 0).toList();
  }

  private static String list(List<Job> jobs, Function<Job, String> value) {
    return jobs.stream().map(value).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String[] idsOf(List<Job> jobs) {
    return jobs.stream().map(Job::jobId).toArray(String[]::new);
  }

  @Test
  void eachArnIsLookedUpAndNothingListed() throws SQLException {
    final List<Job> jobs = some();
    assertThat(jobs).hasSizeGreaterThan(50);

    assertThat(ids("job_arn IN " + list(jobs, job -> "'" + job.jobArn() + "'")))
        .containsExactlyInAnyOrder(idsOf(jobs));
    assertThat(emulator.log().requests())
        .extracting(RecordedRequest::rawPath)
        .hasSize(jobs.size())
        .noneMatch(path -> path.equals("/model-invocation-jobs"));
  }

  @Test
  void soAreParameters() throws SQLException {
    final List<Job> jobs = some();
    final String[] arns = jobs.stream().map(Job::jobArn).toArray(String[]::new);

    assertThat(ids("job_arn IN " + list(jobs, job -> "?"), arns))
        .containsExactlyInAnyOrder(idsOf(jobs));
    assertThat(emulator.log().requests()).hasSize(jobs.size());
  }

  @Test
  void othersAreCheckedByTheScan() throws SQLException {
    final List<Job> some = some();
    final List<Job> others = new ArrayList<>(emulator.jobs());
    others.removeAll(some);
    final List<Job> small =
        emulator.jobs().stream()
            .filter(job -> job.counters().total() != null && job.counters().total() < 1000)
            .toList();
    final String numbers =
        IntStream.range(0, 1000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ", "(", ")"));

    assertThat(ids("job_id NOT IN " + list(some, job -> "'" + job.jobId() + "'")))
        .containsExactlyInAnyOrder(idsOf(others));
    assertThat(ids("total_records IN " + numbers)).containsExactlyInAnyOrder(idsOf(small));
    assertThat(emulator.log().requests()).hasSize(2);
  }
}
