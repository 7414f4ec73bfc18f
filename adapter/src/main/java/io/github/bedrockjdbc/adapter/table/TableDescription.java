package io.github.bedrockjdbc.adapter.table;

import java.util.List;
import org.apache.calcite.schema.Schema.TableType;

/**
 * What a table is.
 *
 * @param name in SQL, lower-case
 * @param text one sentence for people
 * @param columns in order
 */
public record TableDescription(
    String name, TableType type, String text, List<? extends TableColumn> columns) {
  /** Copies the list. */
  public TableDescription {
    columns = List.copyOf(columns);
  }
}
