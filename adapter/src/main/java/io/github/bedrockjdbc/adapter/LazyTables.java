package io.github.bedrockjdbc.adapter;

import com.google.common.base.Suppliers;
import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.lookup.LikePattern;
import org.apache.calcite.schema.lookup.Lookup;
import org.apache.calcite.schema.lookup.Named;

/** Tables that are made when a statement names them: the first one names one or two of a dozen. */
final class LazyTables implements Lookup<Table> {
  private final Map<String, com.google.common.base.Supplier<Table>> tables = new LinkedHashMap<>();

  LazyTables with(String name, Supplier<Table> table) {
    tables.put(name, Suppliers.memoize(table::get));
    return this;
  }

  /** To look at a value makes that table. */
  Map<String, Table> byName() {
    return Maps.transformValues(tables, Supplier::get);
  }

  @Override
  public Table get(String name) {
    return byName().get(name);
  }

  @Override
  public Named<Table> getIgnoreCase(String name) {
    return tables.keySet().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(found -> new Named<>(found, get(found)))
        .orElse(null);
  }

  @Override
  public Set<String> getNames(LikePattern pattern) {
    return tables.keySet().stream()
        .filter(name -> pattern.matcher().apply(name))
        .collect(Collectors.toUnmodifiableSet());
  }
}
