package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Builds what gives the rows of one execution: those of all sources, in order, limited. */
final class RowSources {
  private final Engine engine;
  private final JobQuery query;
  private final RowLayout layout;
  private final Binding binding;
  private final Execution execution;

  /**
   * @param layout has the columns of filter, order and projection, and the ARN
   */
  RowSources(
      Engine engine, JobQuery query, RowLayout layout, Binding binding, Execution execution) {
    this.engine = engine;
    this.query = query;
    this.layout = layout;
    this.binding = binding;
    this.execution = execution;
  }

  /** Calls nothing until a row is asked for. */
  RowSource rows() {
    final List<Source> sources = engine.sources();
    final RowTest test = RowTest.of(query.filter(), layout, binding);
    final GivenJobs given = new GivenJobs();
    sources.forEach(source -> source.awaitRegion(execution));
    final List<Long> askers = sources.stream().map(each -> each.askerNow(execution)).toList();
    final List<SourceFacts> facts = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      facts.add(sources.get(i).facts(askers.get(i)));
    }
    final List<Walks> walks = facts.stream().map(this::walks).toList();
    final boolean isOnly = walks.stream().filter(each -> !each.isEmpty()).count() == 1;
    final RowLayout read = isOnly ? layout : layout.withoutHint(); // others are enough side by side
    final List<SourceWalks> asked = new ArrayList<>();
    for (int i = 0; i < walks.size(); i++) {
      if (!walks.get(i).isEmpty()) {
        asked.add(
            new SourceWalks(
                engine,
                sources.get(i),
                askers.get(i),
                query,
                walks.get(i),
                read,
                test,
                given,
                execution));
      }
    }
    final Walks last = walks.get(walks.size() - 1);
    new Elsewhere(facts, binding, execution).warn(query.filter());
    final RowSource limited = new LimitedRows(together(asked, last), last.offset(), last.fetch());
    return layout.has(JobColumn.MESSAGE)
        ? new DetailedRows(limited, layout, query.messageRequired(), engine, execution)
        : limited;
  }

  private Walks walks(SourceFacts source) {
    return Walks.open(query, binding, source, engine.config().get(Property.PAGE_SIZE), execution);
  }

  private RowSource together(List<SourceWalks> asked, Walks walks) {
    final Skips skips = new Skips(engine.config(), asked.size(), execution);
    final Cancellation cancellation = execution.cancellation();
    final List<RowSource> all =
        asked.stream()
            .<RowSource>map(source -> new ReachableRows(source, skips))
            .map(rows -> asked.size() == 1 ? rows : StartedRows.of(rows, engine, cancellation))
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
  static RowSource together(
      List<RowSource> all, Optional<Comparator<Object[]>> comparator, int ahead) {
    return all.size() == 1
        ? all.get(0)
        : comparator
            .<RowSource>map(order -> new MergedRows(all, order))
            .orElseGet(() -> new ChainedRows(all, ahead));
  }
}
