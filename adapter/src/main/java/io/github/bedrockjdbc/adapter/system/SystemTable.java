package io.github.bedrockjdbc.adapter.system;

import io.github.bedrockjdbc.adapter.table.TableColumn;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.Schema.TableType;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A table about the driver itself, as things stand when a query opens it. Reading it calls nobody.
 *
 * @param <T> what a row is about
 */
final class SystemTable<T> extends AbstractTable implements ScannableTable {
  private final TableDescription description;
  private final List<Column<T>> columns;
  private final Supplier<List<T>> rows;

  /**
   * @param columns those of the description
   */
  SystemTable(TableDescription description, List<Column<T>> columns, Supplier<List<T>> rows) {
    this.description = description;
    this.columns = List.copyOf(columns);
    this.rows = rows;
  }

  static TableDescription description(
      String name, String text, List<? extends TableColumn> columns) {
    return new TableDescription(name, TableType.SYSTEM_TABLE, text, columns, Optional.empty());
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory typeFactory) {
    return TableColumn.rowType(typeFactory, columns);
  }

  @Override
  public TableType getJdbcTableType() {
    return description.type();
  }

  @Override
  public Enumerable<Object[]> scan(DataContext root) {
    return Linq4j.asEnumerable(rows.get())
        .select(row -> columns.stream().map(column -> column.value.apply(row)).toArray());
  }

  /**
   * A column with the value that it shows: null, or Calcite's own for its type.
   *
   * @param columnName as everywhere, lower-case
   */
  record Column<T>(
      String columnName,
      SqlTypeName type,
      boolean isNullable,
      Function<T, Object> value,
      String description)
      implements TableColumn {}
}
