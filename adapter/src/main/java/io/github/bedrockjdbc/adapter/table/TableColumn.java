package io.github.bedrockjdbc.adapter.table;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/** A column of a table, for all who must know of it. */
public interface TableColumn {
  /** Digits of a second's fraction that times have: the service gives milliseconds. */
  int FRACTION_DIGITS = 3;

  /** Name in SQL, lower-case. */
  String columnName();

  /** Type in SQL. */
  SqlTypeName type();

  /** Digits of a second's fraction for a time, -1 for other types. */
  default int precision() {
    return type() == SqlTypeName.TIMESTAMP ? FRACTION_DIGITS : -1;
  }

  /** Whether the column can be null. */
  boolean isNullable();

  /** One sentence for people. */
  String description();

  /** Type of rows that have these columns; a repeated one gets a name of its own. */
  static RelDataType rowType(RelDataTypeFactory types, List<? extends TableColumn> columns) {
    final RelDataTypeFactory.Builder row = types.builder();
    for (TableColumn column : columns) {
      final RelDataType type =
          column.precision() < 0
              ? types.createSqlType(column.type())
              : types.createSqlType(column.type(), column.precision());
      row.add(column.columnName(), types.createTypeWithNullability(type, column.isNullable()));
    }
    return row.uniquify().build();
  }
}
