package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.SkippedSources;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.CompiledPredicate;
import io.github.bedrockjdbc.adapter.pushdown.BoundRequests;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.pushdown.OutOfScopeWarnings;
import io.github.bedrockjdbc.adapter.row.LimitedRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Builds what gives the rows of one execution: those of all sources, in order, limited. */
final class ScanBuilder {
  private final Engine engine;
  private final JobQuery query;
  private final RowLayout layout;
  private final Binding binding;
  private final StatementScans scans;
  private final Execution execution;

  /**
   * @param layout has the columns of filter, order and projection, and the ARN
   */
  ScanBuilder(
      Engine engine,
      JobQuery query,
      RowLayout layout,
      Binding binding,
      StatementScans scans,
      Execution execution) {
    this.scans = scans;
    this.engine = engine;
    this.query = query;
    this.layout = layout;
    this.binding = binding;
    this.execution = execution;
  }

  /** Calls nothing until a row is asked for. */
  RowIterator rows() {
    final List<Source> sources = engine.sources();
    final CompiledPredicate test = query.filter().compile(layout, binding);
    sources.forEach(source -> source.awaitRegion(execution));
    final List<Long> askers = sources.stream().map(each -> each.askerNow(execution)).toList();
    final List<SourceFacts> facts = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      facts.add(sources.get(i).facts(askers.get(i)));
    }
    final List<BoundRequests> walks = facts.stream().map(each -> walks(query, each)).toList();
    final boolean isOnly = walks.stream().filter(each -> !each.isEmpty()).count() == 1;
    final WalksOfScan all =
        new WalksOfScan(
            walks.stream().mapToInt(each -> each.requests().size()).sum(),
            engine.config().get(Property.PARALLELISM));
    final List<SourceScanBuilder> asked = new ArrayList<>();
    for (int i = 0; i < walks.size(); i++) {
      if (!walks.get(i).isEmpty()) {
        final SourceFacts source = facts.get(i);
        asked.add(
            new SourceScanBuilder(
                engine,
                sources.get(i),
                askers.get(i),
                query,
                walks.get(i),
                layout,
                test,
                all,
                new KeptScan(
                    engine,
                    sources.get(i),
                    askers.get(i),
                    scans,
                    each -> walks(each, source),
                    execution),
                isOnly,
                execution));
      }
    }
    final BoundRequests last = walks.get(walks.size() - 1);
    walks.forEach(each -> each.warnings().forEach(warning -> warning.to(execution)));
    OutOfScopeWarnings.of(query.filter(), facts, binding).forEach(warning -> warning.to(execution));
    final RowIterator limited = new LimitedRows(together(asked, last), last.offset(), last.fetch());
    return layout.has(JobColumn.MESSAGE)
        ? new DetailedRows(limited, layout, query.messageRequired(), engine, execution)
        : limited;
  }

  private BoundRequests walks(JobQuery of, SourceFacts source) {
    return BoundRequests.open(of, binding, source, engine.config().get(Property.PAGE_SIZE));
  }

  private RowIterator together(List<SourceScanBuilder> asked, BoundRequests walks) {
    final SkippedSources skips = new SkippedSources(engine.config(), asked.size(), execution);
    final Cancellation cancellation = execution.cancellation();
    final List<RowIterator> all =
        asked.stream()
            .<RowIterator>map(source -> new ReachableRows(source, skips))
            .map(rows -> asked.size() == 1 ? rows : PrefetchedRows.of(rows, engine, cancellation))
            .toList();
    return together(
        all,
        query.order().map(order -> order.comparator(layout)),
        walks.ahead(engine.config().get(Property.PARALLELISM)));
  }

  /**
   * Rows of several sources.
   *
   * @param comparator by which each is in order; empty if they are in none
   * @param ahead how many may be started before they are needed
   */
  static RowIterator together(
      List<RowIterator> all, Optional<Comparator<Object[]>> comparator, int ahead) {
    return all.size() == 1
        ? all.get(0)
        : comparator
            .<RowIterator>map(order -> new MergedRows(all, order))
            .orElseGet(() -> new ConcatenatedRows(all, ahead));
  }
}
