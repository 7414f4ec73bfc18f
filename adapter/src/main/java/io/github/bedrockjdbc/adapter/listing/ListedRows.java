package io.github.bedrockjdbc.adapter.listing;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.engine.SkippedSources;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.kept.Moment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;

/** The rows of a listed table in one execution, which reads a list once, however often it scans. */
final class ListedRows extends AbstractEnumerable<Object[]> {
  private final ListedTable table;
  private final WantedValues wanted;
  private final DataContext context;
  private final KeptLists kept;

  ListedRows(ListedTable table, WantedValues wanted, DataContext context) {
    this.table = table;
    this.wanted = wanted;
    this.context = context;
    this.kept = new KeptLists(table.engine(), table.listing());
  }

  @Override
  public Enumerator<Object[]> enumerator() {
    final Execution execution = table.engine().execution(context);
    return Linq4j.enumerator(execution.once(new Key(table, wanted), this::read));
  }

  private List<Object[]> read(Execution execution) {
    final List<Source> sources = asked(execution);
    final SkippedSources skips =
        new SkippedSources(table.engine().config(), sources.size(), execution);
    final Map<Source, CompletableFuture<List<Item>>> reads = new LinkedHashMap<>();
    for (Source source : sources) {
      reads.put(
          source,
          CompletableFuture.supplyAsync(() -> items(source, execution), table.engine().threads()));
    }
    final Set<Object> keys = new HashSet<>();
    final List<Object[]> rows = new ArrayList<>();
    reads.forEach(
        (source, read) -> {
          try {
            for (Item item : execution.cancellation().await(read)) {
              final Object[] row =
                  table.listing().columns().stream().map(c -> c.value().apply(item)).toArray();
              if (keys.add(row[0])) {
                rows.add(row);
              }
            }
          } catch (ApiException e) {
            skips.skip(source, e);
          }
        });
    return rows;
  }

  private List<Item> items(Source source, Execution execution) {
    final long asker = source.askerNow(execution);
    return kept.get(source, asker, wanted, execution.maxAge())
        .orElseGet(() -> read(source, asker, execution));
  }

  private List<Item> read(Source source, long asker, Execution execution) {
    final Moment begun = kept.now();
    final List<Item> items = table.listing().items(source, wanted, execution);
    if (source.asker() == asker) {
      kept.put(source, asker, wanted, items, begun, execution.maxAge());
    }
    return items;
  }

  /** Of accounts that get the same list, the first in each region is enough. */
  private List<Source> asked(Execution execution) {
    final List<Source> asked = new ArrayList<>();
    final Set<String> regions = new HashSet<>();
    for (Source source : table.engine().sources()) {
      source.awaitRegion(execution);
      final boolean isWanted =
          wanted.allows("region", source.region())
              && source
                  .facts(source.askerNow(execution))
                  .account()
                  .map(account -> wanted.allows("account_id", account))
                  .orElse(true);
      final boolean isNew = regions.add(source.region()) || !table.listing().isSameForAccounts();
      if (isWanted && isNew) {
        asked.add(source);
      }
    }
    return asked;
  }

  private record Key(ListedTable table, WantedValues wanted) {}
}
