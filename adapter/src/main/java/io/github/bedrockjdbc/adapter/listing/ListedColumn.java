package io.github.bedrockjdbc.adapter.listing;

import io.github.bedrockjdbc.adapter.table.TableColumn;
import java.util.function.Function;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A column with what it shows of an item: null, or Calcite's own value for its type.
 *
 * @param columnName lower-case
 */
record ListedColumn(
    String columnName,
    SqlTypeName type,
    boolean isNullable,
    Function<Item, Object> value,
    String description)
    implements TableColumn {}
