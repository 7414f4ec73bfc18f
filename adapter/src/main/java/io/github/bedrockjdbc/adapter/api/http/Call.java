package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.PlainText;
import io.github.bedrockjdbc.adapter.api.endpoint.Endpoint;
import io.github.bedrockjdbc.adapter.api.transport.Response;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request and where it goes, whatever number of attempts it takes.
 *
 * @param request what is asked for
 * @param uri whole address
 * @param region that is asked, as signatures name it
 * @param isTrusted whether credentials of the environment may go there
 */
record Call(ApiRequest<?> request, URI uri, String region, boolean isTrusted) {
  static Call of(ApiRequest<?> request, Endpoint endpoint, String region) {
    return new Call(request, endpoint.uri(request), region, endpoint.isTrusted());
  }

  ApiOperation operation() {
    return request.operation();
  }

  /** What a message about a failure begins with. */
  String failed() {
    return request.failed();
  }

  /** Whether a page of jobs is asked for. */
  boolean isList() {
    return operation() == ApiOperation.LIST;
  }

  /** Where an answer came from, in parentheses. */
  String where(Response answer) {
    return "(HTTP %d, request id %s, region %s, %s)"
        .formatted(
            answer.statusCode(), requestId(answer).orElse("none"), region, operation().wireName());
  }

  /** The service's number of a request; whoever else answers has none. */
  static Optional<String> requestId(Response answer) {
    return Stream.of("x-amzn-RequestId", "x-amz-request-id")
        .flatMap(name -> answer.header(name).stream())
        .filter(id -> !id.isBlank())
        .map(id -> PlainText.of(id, PlainText.LONGEST_NAME))
        .findFirst();
  }

  /** Where an answer should have come from, in parentheses. */
  String where() {
    return "(%s, region %s, %s)".formatted(uri.getAuthority(), region, operation().wireName());
  }
}
