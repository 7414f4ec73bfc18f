package io.github.bedrockjdbc.driver.value;

import java.util.Objects;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A column of a result.
 *
 * @param label the alias, or else the name
 * @param name of the table's column; of an expression, which has none, the label
 * @param type what SQL makes of it, which {@link #shown} shows
 * @param precision in SQL; not positive if there is none
 * @param schema empty for an expression
 * @param table empty for an expression
 */
public record OutputColumn(
    String label,
    String name,
    SqlTypeName type,
    int precision,
    int scale,
    boolean nullable,
    String schema,
    String table) {
  /** Null stands for the name, schema and table that an expression does not have. */
  public OutputColumn {
    name = Objects.requireNonNullElse(name, label);
    schema = Objects.requireNonNullElse(schema, "");
    table = Objects.requireNonNullElse(table, "");
  }

  /** One that may be null, of no table. */
  public static OutputColumn computed(String label, SqlTypeName type) {
    return new OutputColumn(label, null, type, -1, -1, true, null, null);
  }

  public SqlTypeInfo shown() {
    return SqlTypeInfo.of(type.getJdbcOrdinal());
  }

  /** Intervals are shown as texts, but their own names tell how to read them. */
  public String typeName() {
    return isInterval() ? type.name() : shown().name();
  }

  public int shownPrecision() {
    return shown().precision(declaredPrecision());
  }

  public int shownScale() {
    return shown().scale(scale);
  }

  public int displaySize() {
    return shown().displaySize(declaredPrecision());
  }

  /** The precision of an interval, array or the like is not the length of its text. */
  private int declaredPrecision() {
    final boolean isText = SqlTypeName.CHAR_TYPES.contains(type);
    return shown() == SqlTypeInfo.VARCHAR && !isText ? 0 : precision;
  }

  boolean isInterval() {
    return SqlTypeName.INTERVAL_TYPES.contains(type);
  }

  /** Whether it is {@code CHAR(n)}. */
  boolean isPadded() {
    return type == SqlTypeName.CHAR;
  }
}
