package io.github.bedrockjdbc.adapter.api;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The operations for one region and one set of credentials. Calls block; they end early, with
 * {@code CANCELLED} or {@code TIMEOUT}, when the execution is cancelled or its time is over. All
 * failures are {@link ApiException}s. Safe for several threads.
 */
public interface JobsApi {
  /**
   * Finds out which region is asked, which may take its time; {@link #region()} tells it then.
   *
   * @throws ApiException if nothing names one
   */
  void awaitRegion(Execution execution);

  /** Region that is asked, such as {@code us-east-1}. */
  String region();

  /** Where the credentials came from, for people and without secrets; empty before a call. */
  Optional<String> credentialSource();

  /**
   * Which credentials were used last, as a number that never comes again for others: other
   * credentials may be another account's.
   */
  long asker();

  /**
   * The same for a request that would be made now; may read AWS files.
   *
   * @throws ApiException if there are no credentials
   */
  long askerNow(Execution execution);

  /**
   * Whether requests are sent as fast as the service takes them, or as the settings allow: one more
   * would make the others wait.
   */
  boolean isAtRateLimit();

  /** What the request's reader makes of the answer. */
  <T> T call(ApiRequest<T> request, Execution execution);

  /** One page of jobs. */
  default <R> Page<R> list(ListRequest request, ObjectReader<R> reader, Execution execution) {
    return call(JobRequests.list(request, JobRequests.page(reader)), execution);
  }

  /**
   * The same, for whoever wants the next page before the rows of this one are made.
   *
   * @param arrival told of each answer when it is here and not read yet, with where the next page
   *     begins if that is seen at once; whether the next page was asked for
   */
  default <R> Page<R> list(
      ListRequest request,
      ObjectReader<R> reader,
      Predicate<Optional<String>> arrival,
      Execution execution) {
    return call(JobRequests.list(request, JobRequests.page(reader, arrival)), execution);
  }

  /** One job by its ARN; {@code NOT_FOUND} where there is none. */
  default <R> R get(String jobArn, ObjectReader<R> reader, Execution execution) {
    return call(JobRequests.get(jobArn, reader), execution);
  }
}
