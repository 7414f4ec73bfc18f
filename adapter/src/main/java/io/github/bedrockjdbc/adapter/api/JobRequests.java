package io.github.bedrockjdbc.adapter.api;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The calls about jobs. */
final class JobRequests {
  private static final String LIST = "invocationJobSummaries";

  /** A real one has less than a hundred characters; anything may be compared with one. */
  private static final int LONGEST_ARN = 200;

  private JobRequests() {}

  static <R> PageReader<R> page(ObjectReader<R> reader) {
    return new PageReader<>("jobs", LIST, reader);
  }

  static <R> PageReader<R> page(ObjectReader<R> reader, Predicate<Optional<String>> arrival) {
    return new PageReader<>("jobs", LIST, reader, arrival);
  }

  static <R> ApiRequest<Page<R>> list(ListRequest request, PageReader<R> reader) {
    final String query =
        request.parameters().entrySet().stream()
            .map(entry -> entry.getKey().wireName() + "=" + Percent.encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return ApiRequest.get(
        ApiOperation.LIST,
        "Listing jobs failed",
        shown(request),
        "/model-invocation-jobs" + (query.isEmpty() ? "" : "?" + query),
        reader,
        page -> page.rows().size());
  }

  /** The whole ARN is one segment of the path. */
  static <R> ApiRequest<R> get(String jobArn, ObjectReader<R> reader) {
    final String shown = PlainText.of(jobArn, LONGEST_ARN);
    return ApiRequest.get(
        ApiOperation.GET,
        "Reading " + shown + " failed",
        shown,
        "/model-invocation-job/" + Percent.encoded(jobArn),
        reader,
        job -> 1);
  }

  /** A token is long, and means something to the service only. */
  private static String shown(ListRequest request) {
    final boolean hasToken = request.parameters().containsKey(RequestParameter.NEXT_TOKEN);
    return (hasToken ? request.with(RequestParameter.NEXT_TOKEN, "*") : request).toString();
  }
}
