package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.predicate.CompiledPredicate;
import io.github.bedrockjdbc.adapter.pushdown.BoundRequests;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.pushdown.Residual;
import io.github.bedrockjdbc.adapter.row.FilteredRows;
import io.github.bedrockjdbc.adapter.row.JobDecoder;
import io.github.bedrockjdbc.adapter.row.OrderedRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.row.SeenJobs;
import io.github.bedrockjdbc.adapter.row.SortedRows;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Builds what gives the rows of one execution from one source: walks and lookups, checked. */
final class SourceScanBuilder {
  private final Engine engine;
  private final Source source;
  private final long asker;
  private final JobQuery query;
  private final BoundRequests walks;
  private final RowLayout layout;
  private final Execution execution;
  private final JobsApi api;
  private final JobDecoder decoder;
  private final CompiledPredicate test;
  private final KeptScan keeping;
  private final boolean isOnly;
  private final WalksOfScan all;
  private final Predicate<Object[]> isKept;
  private volatile boolean hasAnswered;

  /**
   * @param asker in whose name the walks were planned
   * @param layout has the columns of filter, order and projection, and the ARN
   * @param test of a query's filter
   * @param all the walks of the scan
   * @param keeping what the statement's scans need of this source
   * @param isOnly whether no other source is asked
   */
  SourceScanBuilder(
      Engine engine,
      Source source,
      long asker,
      JobQuery query,
      BoundRequests walks,
      RowLayout layout,
      CompiledPredicate test,
      WalksOfScan all,
      KeptScan keeping,
      boolean isOnly,
      Execution execution) {
    this.engine = engine;
    this.source = source;
    this.asker = asker;
    this.query = query;
    this.walks = walks;
    this.layout = layout;
    this.execution = execution;
    this.api = new Answering();
    this.decoder = new JobDecoder(layout, source.region(), execution);
    this.test = test;
    this.keeping = keeping;
    this.isOnly = isOnly;
    this.all = all;
    this.isKept = kept(all.given());
  }

  Source source() {
    return source;
  }

  /** Whether any request of this execution was answered. */
  boolean hasAnswered() {
    return hasAnswered;
  }

  /** In the query's order. Calls nothing until a row is asked for. */
  RowIterator rows() {
    return keeping.mayKeep() ? new LateRows(this::keptOrAsked) : asked();
  }

  private RowIterator keptOrAsked() {
    final KeptSourceRows kept =
        new KeptSourceRows(
            keeping, query, walks, layout, execution, this::rawOfEveryColumn, this::rawInTurn);
    return kept.rows()
        .map(rows -> checked(rows.all(), rows.areDistinct() && isOnly ? this::isWanted : isKept))
        .orElseGet(this::asked);
  }

  private RawWalks rawOfEveryColumn(RowLayout every, Execution by) {
    return new RawWalks(
        engine,
        source,
        all,
        api,
        new JobDecoder(every, source.region(), by).keepingIncomplete(),
        every,
        by,
        this::warnOfFullWalk);
  }

  private RowIterator rawInTurn() {
    return new ConcatenatedRows(walks.requests().stream().map(this::raw).toList(), 0);
  }

  private RowIterator checked(RowIterator rows, Predicate<Object[]> isWanted) {
    return query
        .order()
        .<RowIterator>map(order -> new OrderedRows(rows, order, layout, isWanted))
        .orElseGet(() -> new FilteredRows(rows, isWanted));
  }

  private boolean isWanted(Object[] row) {
    return Boolean.TRUE.equals(test.test(row));
  }

  private RowIterator asked() {
    final List<RowIterator> all = new ArrayList<>();
    walks.requests().forEach(request -> all.add(walked(request)));
    if (!walks.lookups().isEmpty()) {
      all.add(sorted(new FilteredRows(lookups(), isKept), Long.MAX_VALUE));
    }
    return ScanBuilder.together(
        all, comparator(), walks.ahead(engine.config().get(Property.PARALLELISM)));
  }

  /** A row is wanted if it passes the filter, and once. */
  private Predicate<Object[]> kept(SeenJobs given) {
    final int arn = layout.indexOf(JobColumn.JOB_ARN);
    return row -> {
      source.note((String) row[arn], asker);
      return isWanted(row) && given.add((String) row[arn]);
    };
  }

  private Optional<Comparator<Object[]>> comparator() {
    return query.order().map(order -> order.comparator(layout));
  }

  /**
   * Jobs leave a state that is not final while others are read, so such a walk goes first and to
   * its end; those over final states can run side by side.
   */
  private RowIterator walked(ListRequest request) {
    final RowIterator rows = checked(raw(request), isKept);
    final Optional<JobStatus> status =
        Optional.ofNullable(request.parameters().get(RequestParameter.STATUS_EQUALS))
            .flatMap(JobStatus::ofWireName);
    if (status.isEmpty()) {
      return rows;
    }
    return status.get().isFinal()
        ? PrefetchedRows.of(rows, engine, execution.cancellation())
        : sorted(rows, walks.enough());
  }

  private RowIterator sorted(RowIterator rows, long most) {
    return comparator()
        .<RowIterator>map(comparator -> new SortedRows(rows, comparator, most))
        .orElse(rows);
  }

  /** Where every row is needed they are read ahead and, if that is allowed, in slices. */
  private RowIterator raw(ListRequest request) {
    return query
        .order()
        .map(order -> isWhole() ? raw().all(request, order) : raw().byPage(request, order))
        .orElseGet(() -> unordered(request));
  }

  private RowIterator unordered(ListRequest request) {
    return isWhole() ? raw().all(request) : raw().byPage(request);
  }

  private boolean isWhole() {
    return walks.fetch() == Long.MAX_VALUE;
  }

  private RawWalks raw() {
    return new RawWalks(engine, source, all, api, decoder, layout, execution, this::warnOfFullWalk);
  }

  private RowIterator lookups() {
    final JobDecoder complete = decoder.refusingIncomplete();
    return new LookupRows(
        walks.lookups(),
        arn ->
            CompletableFuture.supplyAsync(
                () -> asListed(lookedUp(arn, complete)), engine.threads()),
        () -> new ConcatenatedRows(walks.insteadOfLookups().stream().map(this::unordered).toList()),
        execution.cancellation(),
        engine.config().get(Property.PARALLELISM),
        query.order().isPresent() ? Long.MAX_VALUE : walks.enough());
  }

  /**
   * What others do not find may be there for whoever the lookup was planned for, or by its list.
   */
  private Object[] lookedUp(String arn, JobDecoder complete) {
    try {
      return api.get(arn, complete.of(arn), execution);
    } catch (ApiException e) {
      throw e.kind() == Kind.NOT_FOUND && source.asker() != asker
          ? new ApiException(Kind.INVALID, "Other credentials are in use now", e)
          : e;
    }
  }

  /** A row does not depend on how it was found, and the list gives neither of these. */
  private Object[] asListed(Object[] row) {
    final List<JobColumn> columns = layout.columns();
    for (int i = 0; i < columns.size(); i++) {
      final boolean isHidden =
          columns.get(i) == JobColumn.CLIENT_REQUEST_TOKEN
              || (columns.get(i) == JobColumn.MESSAGE
                  && !engine.config().get(Property.READ_MESSAGES));
      row[i] = isHidden ? null : row[i];
    }
    return row;
  }

  private void warnOfFullWalk(ListRequest request) {
    if (query.isFiltered() && BoundRequests.isUnconstrained(request)) {
      final String residuals =
          query.residuals().stream().map(Residual::toString).collect(Collectors.joining(", "));
      execution.warn(
          "No predicate could be pushed down, so every job was read: "
              + (residuals.isEmpty() ? query.filter() : residuals));
    }
  }

  /** The source, noting that it answers. */
  private final class Answering implements JobsApi {
    @Override
    public void awaitRegion(Execution by) {
      source.awaitRegion(by);
    }

    @Override
    public String region() {
      return source.region();
    }

    @Override
    public Optional<String> credentialSource() {
      return source.credentialSource();
    }

    @Override
    public long asker() {
      return source.asker();
    }

    @Override
    public long askerNow(Execution by) {
      return source.askerNow(by);
    }

    @Override
    public boolean isAtRateLimit() {
      return source.isAtRateLimit();
    }

    @Override
    public <T> T call(ApiRequest<T> request, Execution by) {
      final T answer = source.call(request, by);
      hasAnswered = true;
      return answer;
    }
  }
}
