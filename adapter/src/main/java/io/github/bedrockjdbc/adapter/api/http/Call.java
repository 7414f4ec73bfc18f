package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.PlainText;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * One call as asked for, whatever number of attempts it takes.
 *
 * @param operation the service's name of it
 * @param failed what a message about a failure begins with
 * @param parameters what is asked for, for people; a token is shown as {@code *}
 * @param uri whole address
 * @param isTrusted whether credentials of the environment may go there
 */
record Call(
    ApiOperation operation,
    String failed,
    String parameters,
    URI uri,
    String region,
    boolean isTrusted) {

  /** A real one has less than a hundred characters; anything may be compared with one. */
  private static final int LONGEST_ARN = 200;

  static Call list(Endpoint endpoint, ListRequest request, String region) {
    return new Call(
        ApiOperation.LIST,
        "Listing jobs failed",
        shown(request),
        endpoint.list(request),
        region,
        endpoint.isTrusted());
  }

  static Call get(Endpoint endpoint, String jobArn, String region) {
    return new Call(
        ApiOperation.GET,
        "Reading " + PlainText.of(jobArn, LONGEST_ARN) + " failed",
        PlainText.of(jobArn, LONGEST_ARN),
        endpoint.job(jobArn),
        region,
        endpoint.isTrusted());
  }

  /** A token is long, and means something to the service only. */
  private static String shown(ListRequest request) {
    final boolean hasToken = request.parameters().containsKey(RequestParameter.NEXT_TOKEN);
    return (hasToken ? request.with(RequestParameter.NEXT_TOKEN, "*") : request).toString();
  }

  /** Whether a page of jobs is asked for. */
  boolean isList() {
    return operation == ApiOperation.LIST;
  }

  /** Where an answer came from, in parentheses. */
  String where(HttpResponse<?> answer) {
    return "(HTTP %d, request id %s, region %s, %s)"
        .formatted(
            answer.statusCode(), requestId(answer).orElse("none"), region, operation.wireName());
  }

  /** The service's number of a request; whoever else answers has none. */
  static Optional<String> requestId(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("x-amzn-RequestId")
        .filter(id -> !id.isBlank())
        .map(id -> PlainText.of(id, PlainText.LONGEST_NAME));
  }

  /** Where an answer should have come from, in parentheses. */
  String where() {
    return "(%s, region %s, %s)".formatted(uri.getAuthority(), region, operation.wireName());
  }
}
