package io.github.bedrockjdbc.adapter.table;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.schema.Schema.TableType;
import org.apache.calcite.schema.Statistic;
import org.apache.calcite.schema.Statistics;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * What a table is.
 *
 * @param name in SQL, lower-case
 * @param text one sentence for people
 * @param columns in order
 * @param key the column that no two rows agree in, one of these; empty for none
 */
public record TableDescription(
    String name,
    TableType type,
    String text,
    List<? extends TableColumn> columns,
    Optional<TableColumn> key) {
  /** Copies the list. */
  public TableDescription {
    columns = List.copyOf(columns);
  }

  /** What the planner may know of the rows: that no two agree in the key. */
  public Statistic statistic() {
    return Statistics.of(
        null,
        key.stream().map(column -> ImmutableBitSet.of(columns.indexOf(column))).toList(),
        List.of(),
        List.of());
  }

  /** What the constraint of the key is called. */
  public String keyName() {
    return name + "_pk";
  }
}
