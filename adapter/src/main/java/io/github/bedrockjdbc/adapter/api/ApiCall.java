package io.github.bedrockjdbc.adapter.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that has ended, whatever number of tries it took. Holds no secret, no text of the service
 * and nothing of a job but its ARN and where its output is.
 *
 * @param caller empty if nobody gave the execution numbers
 * @param operation which, of which service
 * @param host that was asked; its port is part of it unless it is the usual one
 * @param parameters name and value of each, a token as {@code *}; for a detail the job's ARN
 * @param answer what came back in the last try; empty if nothing did
 * @param errorType the service's name of the failure, else our {@link ApiException.Kind}; empty for
 *     a success
 * @param jobs how many jobs or other things the answer held; empty for a failure
 * @param tries requests sent, at least one
 * @param duration from the first try's start to the end of the last, pauses included
 */
public record ApiCall(
    Optional<Caller> caller,
    ApiOperation operation,
    String host,
    String parameters,
    String region,
    Optional<Answer> answer,
    Optional<String> errorType,
    Optional<Integer> jobs,
    int tries,
    Instant start,
    Duration duration) {

  /**
   * An answer without its body.
   *
   * @param httpStatus such as 200
   * @param bytes of the body
   * @param requestId the service's; empty if somebody else answered
   */
  public record Answer(int httpStatus, long bytes, Optional<String> requestId) {}
}
