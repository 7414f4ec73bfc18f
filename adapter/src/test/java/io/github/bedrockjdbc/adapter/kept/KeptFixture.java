package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rows and requests for tests. */
final class KeptFixture {
  static final long START = 1_700_000_000_000L;

  /** Long after all periods in tests. */
  private static final Moment NOW =
      new Moment(0, Instant.parse("2030-01-01T00:00:00Z").toEpochMilli());

  private KeptFixture() {}

  /** A row of all columns. */
  static Object[] row(int number, String status, long submitted) {
    final Object[] row = new Object[JobColumn.all().size()];
    row[KeptBlock.LAYOUT.indexOf(JobColumn.JOB_ARN)] =
        "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/%012d".formatted(number);
    row[KeptBlock.LAYOUT.indexOf(JobColumn.JOB_NAME)] = "job-" + number;
    row[KeptBlock.LAYOUT.indexOf(JobColumn.STATUS)] = status;
    row[KeptBlock.LAYOUT.indexOf(JobColumn.SUBMIT_TIME)] = submitted;
    return row;
  }

  static KeptJobs jobs(Object[]... rows) {
    final KeptJobsBuilder jobs = new KeptJobsBuilder();
    for (Object[] row : rows) {
      jobs.add(row);
    }
    return jobs.build();
  }

  static ListRequest request(Map<RequestParameter, String> parameters) {
    return new ListRequest(parameters);
  }

  static Wanted wanted(ListRequest... requests) {
    return of("us-east-1", 1, requests);
  }

  static Wanted of(String source, long asker, ListRequest... requests) {
    return Wanted.of(source, asker, List.of(requests), NOW);
  }
}
