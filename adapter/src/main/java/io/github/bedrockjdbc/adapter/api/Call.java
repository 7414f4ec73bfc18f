package io.github.bedrockjdbc.adapter.api;

import java.net.URI;
import java.net.http.HttpResponse;

/**
 * One call as asked for, whatever number of attempts it takes.
 *
 * @param operation the service's name of it
 * @param failed what a message about a failure begins with
 * @param uri whole address
 */
record Call(String operation, String failed, URI uri, String region) {

  static Call list(Endpoint endpoint, ListRequest request, String region) {
    return new Call(
        "ListModelInvocationJobs", "Listing jobs failed", endpoint.list(request), region);
  }

  static Call get(Endpoint endpoint, String jobArn, String region) {
    return new Call(
        "GetModelInvocationJob", "Reading " + jobArn + " failed", endpoint.job(jobArn), region);
  }

  /** Where an answer came from, in parentheses. */
  String where(HttpResponse<?> answer) {
    return "(HTTP %d, request id %s, region %s, %s)"
        .formatted(
            answer.statusCode(),
            answer.headers().firstValue("x-amzn-RequestId").orElse("none"),
            region,
            operation);
  }

  /** Where an answer should have come from, in parentheses. */
  String where() {
    return "(%s, region %s, %s)".formatted(uri.getAuthority(), region, operation);
  }
}
