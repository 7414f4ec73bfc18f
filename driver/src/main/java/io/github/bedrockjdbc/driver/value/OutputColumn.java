package io.github.bedrockjdbc.driver.value;

import java.sql.ResultSetMetaData;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A column of a result.
 *
 * @param ordinal from 0
 * @param label the alias, or else the name
 * @param name of the table's column; null for an expression, which is then named by its label
 * @param precision in SQL; not positive if there is none
 * @param schema null for an expression
 * @param table null for an expression
 */
public record OutputColumn(
    int ordinal,
    String label,
    String name,
    SqlTypeName type,
    int precision,
    int scale,
    boolean nullable,
    String schema,
    String table) {

  public ColumnMetaData metaData() {
    final SqlTypeInfo shown = SqlTypeInfo.of(type.getJdbcOrdinal());
    return new ColumnMetaData(
        ordinal,
        false,
        shown == SqlTypeInfo.VARCHAR,
        true,
        false,
        nullable ? ResultSetMetaData.columnNullable : ResultSetMetaData.columnNoNulls,
        shown.isNumber(),
        shown.displaySize(precision(shown)),
        label,
        name,
        schema == null ? "" : schema,
        shown.precision(precision(shown)),
        shown.scale(scale),
        table == null ? "" : table,
        "",
        ColumnMetaData.scalar(shown.typeId(), typeName(shown), ColumnMetaData.Rep.OBJECT),
        true,
        false,
        false,
        shown.javaClass().getName());
  }

  /** Intervals and CHAR are shown as VARCHAR, but their own names tell the accessor how. */
  private String typeName(SqlTypeInfo shown) {
    return isInterval() || type == SqlTypeName.CHAR ? type.name() : shown.name();
  }

  /** The precision of an interval, array or the like is not the length of its text. */
  private int precision(SqlTypeInfo shown) {
    final boolean isText = SqlTypeName.CHAR_TYPES.contains(type);
    return shown == SqlTypeInfo.VARCHAR && !isText ? 0 : precision;
  }

  private boolean isInterval() {
    return SqlTypeName.INTERVAL_TYPES.contains(type);
  }
}
