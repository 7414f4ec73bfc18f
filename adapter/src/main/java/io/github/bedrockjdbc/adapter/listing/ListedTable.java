package io.github.bedrockjdbc.adapter.listing;

import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.table.TableColumn;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Schema.TableType;
import org.apache.calcite.schema.Statistic;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A table of what the service lists. */
final class ListedTable extends AbstractTable implements TranslatableTable {
  private final TableDescription description;
  private final Listing listing;
  private final Engine engine;

  ListedTable(TableDescription description, Listing listing, Engine engine) {
    this.description = description;
    this.listing = listing;
    this.engine = engine;
  }

  /** Of a table whose first column is its key. */
  static TableDescription description(String name, String text, List<ListedColumn> columns) {
    return new TableDescription(name, TableType.TABLE, text, columns, Optional.of(columns.get(0)));
  }

  TableDescription description() {
    return description;
  }

  Listing listing() {
    return listing;
  }

  Engine engine() {
    return engine;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    return TableColumn.rowType(types, description.columns());
  }

  @Override
  public Statistic getStatistic() {
    return description.statistic();
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    return new ListedScan(context.getCluster(), table, this, Map.of());
  }
}
