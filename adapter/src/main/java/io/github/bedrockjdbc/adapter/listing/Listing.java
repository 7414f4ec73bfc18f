package io.github.bedrockjdbc.adapter.listing;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.engine.Source;
import java.util.List;
import java.util.Set;

/** A list of the service, as a table is made of it. */
interface Listing {
  /** The columns, whose first is the key. */
  List<ListedColumn> columns();

  /** Columns of which the service is told what values are wanted, besides region and account. */
  Set<String> pushed();

  /** Whether every account that asks a region gets the same list. */
  boolean isSameForAccounts();

  /** What a source lists. */
  List<Item> items(Source source, WantedValues wanted, Execution execution);

  /** The requests that would be sent to each source, for people. */
  List<String> requests(WantedValues wanted);
}
