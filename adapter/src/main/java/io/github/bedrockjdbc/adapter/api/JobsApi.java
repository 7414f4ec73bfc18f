package io.github.bedrockjdbc.adapter.api;

/**
 * The two operations for one region and one set of credentials. Calls block; they end early, with
 * {@code CANCELLED} or {@code TIMEOUT}, when the execution is cancelled or its time is over. All
 * failures are {@link ApiException}s. Safe for several threads.
 */
public interface JobsApi {
  /** Region that is asked, such as {@code us-east-1}. */
  String region();

  /** One page of jobs. */
  <R> Page<R> list(ListRequest request, JobReader<R> reader, Execution execution);

  /** One job by its ARN; {@code NOT_FOUND} where there is none. */
  <R> R get(String jobArn, JobReader<R> reader, Execution execution);
}
