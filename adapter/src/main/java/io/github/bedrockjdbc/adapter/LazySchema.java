package io.github.bedrockjdbc.adapter;

import java.util.Map;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.lookup.Lookup;

/** A schema whose tables are made when a statement names them. */
abstract class LazySchema extends AbstractSchema {
  private final LazyTables tables;

  LazySchema(LazyTables tables) {
    this.tables = tables;
  }

  @Override
  public final Lookup<Table> tables() {
    return tables;
  }

  /** To look at a value makes that table. */
  @Override
  protected final Map<String, Table> getTableMap() {
    return tables.byName();
  }
}
