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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The pages of one request: the same parameters each time, until an answer has no token. For one
 * thread at a time, or for another one from the moment on when the next page is known.
 */
final class Paginator {
  private final JobsApi api;
  private final ListRequest request;
  private final ObjectReader<Object[]> reader;
  private final Execution execution;
  private final Consumer<List<Object[]>> check;
  private final Set<String> tokens = new HashSet<>();
  private volatile ListRequest next;
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
    return next(isNextKnown -> {});
  }

  /**
   * The same, for whoever asks for the page after it while its rows are made.
   *
   * @param arrival told on the way
   */
  List<Object[]> next(Arrival arrival) {
    if (next == null) {
      throw new NoSuchElementException();
    }
    final AtomicBoolean isNextKnown = new AtomicBoolean();
    final Page<Object[]> page =
        api.list(
            next,
            reader,
            token -> {
              isNextKnown.set(token.filter(tokens::add).map(this::follow).isPresent());
              arrival.here(isNextKnown.get());
              return isNextKnown.get();
            },
            execution);
    pages++;
    if (!isNextKnown.get()) {
      page.nextToken().ifPresent(this::mustBeNew);
      next = page.nextToken().map(this::follow).orElse(null);
    }
    check.accept(page.rows());
    return page.rows();
  }

  private ListRequest follow(String token) {
    next = request.with(RequestParameter.NEXT_TOKEN, token);
    return next;
  }

  private void mustBeNew(String token) {
    if (!tokens.add(token)) {
      throw new ApiException(
          Kind.BAD_ANSWER,
          "Listing jobs failed: the service returned the same nextToken twice in one scan ("
              + request
              + ")");
    }
  }

  /** Told of a page before its rows are made. */
  interface Arrival {
    /**
     * The answer is here. It may come again if the next page is not known.
     *
     * @param isNextKnown whether the page after it can be asked for already
     */
    void here(boolean isNextKnown);
  }
}
