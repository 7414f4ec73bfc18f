package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Builds what gives the rows of one execution: walks and lookups, checked, in order, limited. */
final class RowSources {
  private final Engine engine;
  private final JobQuery query;
  private final Walks walks;
  private final RowLayout layout;
  private final Execution execution;
  private final JobsApi api;
  private final JobDecoder decoder;
  private final Predicate<Object[]> isKept;

  /**
   * @param layout has the columns of filter, order and projection, and the ARN
   */
  RowSources(
      Engine engine,
      JobQuery query,
      Walks walks,
      RowLayout layout,
      Binding binding,
      Execution execution) {
    this.engine = engine;
    this.query = query;
    this.walks = walks;
    this.layout = layout;
    this.execution = execution;
    this.api = engine.source();
    this.decoder = new JobDecoder(layout, api.region(), execution);
    this.isKept = kept(RowTest.of(query.filter(), layout, binding));
  }

  /** Calls nothing until a row is asked for. */
  RowSource rows() {
    final List<RowSource> all = new ArrayList<>(walked(walks.requests()));
    if (!walks.lookups().isEmpty()) {
      all.add(sorted(new WantedRows(lookups(), isKept), Long.MAX_VALUE));
    }
    final RowSource rows =
        all.size() == 1
            ? all.get(0)
            : comparator()
                .<RowSource>map(comparator -> new MergedRows(all, comparator))
                .orElseGet(() -> new ChainedRows(all));
    final RowSource limited = new LimitedRows(rows, walks.offset(), walks.fetch());
    return layout.has(JobColumn.MESSAGE)
        ? new DetailedRows(limited, layout, query.messageRequired(), engine, execution)
        : limited;
  }

  /** A row is wanted if it passes the filter, and once. */
  private Predicate<Object[]> kept(RowTest test) {
    final int arn = layout.indexOf(JobColumn.JOB_ARN);
    final Set<Object> given = new HashSet<>();
    return row -> {
      engine.note((String) row[arn]);
      return Boolean.TRUE.equals(test.test(row)) && given.add(row[arn]);
    };
  }

  private Optional<Comparator<Object[]>> comparator() {
    return query.order().map(order -> order.comparator(layout));
  }

  private List<RowSource> walked(List<ListRequest> requests) {
    final List<RowSource> sources = new ArrayList<>();
    for (ListRequest request : requests) {
      final RowSource rows = raw(request);
      sources.add(
          query
              .order()
              .map(order -> ordered(rows, order, request))
              .orElseGet(() -> new WantedRows(rows, isKept)));
    }
    return sources;
  }

  /** Jobs leave a state that is not final while others are read, so such a walk goes first. */
  private RowSource ordered(RowSource rows, Order order, ListRequest request) {
    final RowSource ordered = new OrderedRows(rows, order, layout, isKept);
    final boolean mayMove =
        Optional.ofNullable(request.parameters().get(RequestParameter.STATUS_EQUALS))
            .flatMap(JobStatus::ofWireName)
            .filter(status -> !status.isFinal())
            .isPresent();
    return mayMove ? sorted(ordered, enough()) : ordered;
  }

  private long enough() {
    final long enough = walks.offset() + walks.fetch();
    return enough < 0 ? Long.MAX_VALUE : enough;
  }

  private RowSource sorted(RowSource rows, long most) {
    return comparator()
        .<RowSource>map(comparator -> new SortedRows(rows, comparator, most))
        .orElse(rows);
  }

  private RowSource raw(ListRequest request) {
    return new WalkRows(new Walk(api, request, decoder, execution), this::warnOfFullWalk);
  }

  private RowSource lookups() {
    final JobDecoder complete = decoder.refusingIncomplete();
    return new LookupRows(
        walks.lookups(),
        arn ->
            CompletableFuture.supplyAsync(
                () -> asListed(api.get(arn, complete, execution)), engine.details()),
        () -> new ChainedRows(walks.insteadOfLookups().stream().map(this::raw).toList()),
        execution.cancellation(),
        engine.config().get(Property.PARALLELISM),
        query.order().isPresent() ? Long.MAX_VALUE : enough());
  }

  /** A row does not depend on how it was found, and the list gives neither of these. */
  private Object[] asListed(Object[] row) {
    final List<JobColumn> columns = layout.columns();
    for (int i = 0; i < row.length; i++) {
      final boolean isHidden =
          columns.get(i) == JobColumn.CLIENT_REQUEST_TOKEN
              || (columns.get(i) == JobColumn.MESSAGE
                  && !engine.config().get(Property.READ_MESSAGES));
      row[i] = isHidden ? null : row[i];
    }
    return row;
  }

  private void warnOfFullWalk(Walk walk) {
    if (walk.pages() == 1 && query.isFiltered() && Walks.isUnconstrained(walk.request())) {
      final String residuals =
          query.residuals().stream().map(Residual::toString).collect(Collectors.joining(", "));
      execution.warn(
          "Nothing of WHERE could be sent to the service, so every job was read: "
              + (residuals.isEmpty() ? query.filter() : residuals));
    }
  }
}
