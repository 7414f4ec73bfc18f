package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.pushdown.Order;
import io.github.bedrockjdbc.adapter.row.JobDecoder;
import io.github.bedrockjdbc.adapter.row.OrderCheck;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of one source's requests as its answers hold them: unchecked, some perhaps twice. */
final class RawWalks {
  private static final RowLayout TIMES = new RowLayout(List.of(JobColumn.JOB_ARN)).withHint();

  private final Engine engine;
  private final Source source;
  private final WalksOfScan all;
  private final JobsApi api;
  private final JobDecoder decoder;
  private final RowLayout layout;
  private final Execution execution;
  private final Consumer<ListRequest> beforeSecondPage;

  /**
   * @param all those of the scan
   * @param api how the source is asked
   * @param decoder makes rows of this layout
   * @param layout has the hint where a walk may be read in slices
   * @param beforeSecondPage told before a second page of a request is asked for
   */
  RawWalks(
      Engine engine,
      Source source,
      WalksOfScan all,
      JobsApi api,
      JobDecoder decoder,
      RowLayout layout,
      Execution execution,
      Consumer<ListRequest> beforeSecondPage) {
    this.engine = engine;
    this.source = source;
    this.all = all;
    this.api = api;
    this.decoder = decoder;
    this.layout = layout;
    this.execution = execution;
    this.beforeSecondPage = beforeSecondPage;
  }

  /** The rows of a walk that may end early: a page is asked for when its first row is. */
  RowIterator byPage(ListRequest request) {
    return new WalkRows(walk(request), () -> beforeSecondPage.accept(request));
  }

  /** The same; fails where a row is not in order. */
  RowIterator byPage(ListRequest request, Order order) {
    return new WalkRows(
        walk(order).apply(request),
        () -> {
          beforeSecondPage.accept(request);
          if (isLimited(request)) {
            source.noteSmallOverfetch();
          }
        });
  }

  /** Whether its first page was meant to be enough. */
  private boolean isLimited(ListRequest request) {
    final int pageSize = engine.config().get(Property.PAGE_SIZE);
    return Integer.parseInt(request.parameters().get(RequestParameter.MAX_RESULTS)) < pageSize;
  }

  /** The rows of a walk of which each is needed: read ahead and, if that is allowed, in slices. */
  RowIterator all(ListRequest request) {
    return all(request, this::walk);
  }

  /** The same; fails where a row is not in order. */
  RowIterator all(ListRequest request, Order order) {
    return all(request, walk(order));
  }

  private RowIterator all(ListRequest request, Function<ListRequest, Paginator> walk) {
    final SliceRequests requests =
        new SliceRequests(
            request,
            walk,
            this::timesWalk,
            TIMES.hint(),
            source.histograms(),
            source.asker(),
            () -> execution.hasFreeLane() && !source.isAtRateLimit());
    return new SlicedRows(
        new TimeSlices(
            requests,
            layout,
            engine.config().get(Property.PARALLELISM),
            engine.threads(),
            execution,
            all),
        all,
        () -> beforeSecondPage.accept(request),
        execution.cancellation());
  }

  private Paginator walk(ListRequest request) {
    return new Paginator(api, request, decoder, execution);
  }

  private Function<ListRequest, Paginator> walk(Order order) {
    return request ->
        new Paginator(api, request, decoder, execution, new OrderCheck(order, layout));
  }

  private Paginator timesWalk(ListRequest request) {
    return new Paginator(api, request, new JobDecoder(TIMES, api.region(), execution), execution);
  }
}
