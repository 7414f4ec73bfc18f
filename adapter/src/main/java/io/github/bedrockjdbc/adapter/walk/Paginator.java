package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.ObjectReader;
import io.github.bedrockjdbc.adapter.api.Page;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;

/** The pages of one request: the same parameters each time, until an answer has no token. */
final class Paginator {
  private final JobsApi api;
  private final ListRequest request;
  private final ObjectReader<Object[]> reader;
  private final Execution execution;
  private final Consumer<List<Object[]>> check;
  private final Set<String> tokens = new HashSet<>();
  private ListRequest next;
  private int pages;

  /** Calls nothing yet. */
  Paginator(JobsApi api, ListRequest request, ObjectReader<Object[]> reader, Execution execution) {
    this(api, request, reader, execution, rows -> {});
  }

  /**
   * @param check of each page, before a row of it is used; throws if the answer is not to be
   *     trusted
   */
  Paginator(
      JobsApi api,
      ListRequest request,
      ObjectReader<Object[]> reader,
      Execution execution,
      Consumer<List<Object[]>> check) {
    this.api = api;
    this.request = request;
    this.reader = reader;
    this.execution = execution;
    this.check = check;
    this.next = request;
  }

  ListRequest request() {
    return request;
  }

  boolean hasNext() {
    return next != null;
  }

  /** Pages read so far. */
  int pages() {
    return pages;
  }

  /** The next page's rows, possibly none. */
  List<Object[]> next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    final Page<Object[]> page = api.list(next, reader, execution);
    pages++;
    next =
        page.nextToken()
            .map(token -> request.with(RequestParameter.NEXT_TOKEN, fresh(token)))
            .orElse(null);
    check.accept(page.rows());
    return page.rows();
  }

  private String fresh(String token) {
    if (!tokens.add(token)) {
      throw new ApiException(
          Kind.BAD_ANSWER,
          "Listing jobs failed: the service returned the same nextToken twice in one scan ("
              + request
              + ")");
    }
    return token;
  }
}
