package io.github.bedrockjdbc.driver.value;

import java.math.BigDecimal;
import java.sql.SQLException;

/** INTEGER, BIGINT, DECIMAL and DOUBLE, whichever {@link Number} the row holds. */
final class NumberAccessor extends ColumnAccessor {
  private final SqlTypeInfo type;

  NumberAccessor(RowCursor cursor, int ordinal, OutputColumn column, SqlTypeInfo type) {
    super(cursor, ordinal, column);
    this.type = type;
  }

  @Override
  Object object(Object value) throws SQLException {
    return switch (type) {
      case INTEGER -> toInt(value);
      case BIGINT -> toLong(value);
      case DECIMAL -> Numbers.decimal(number(value));
      default -> Numbers.toDouble(number(value));
    };
  }

  @Override
  String text(Object value) throws SQLException {
    final Object object = object(value);
    return object instanceof BigDecimal decimal ? decimal.toPlainString() : object.toString();
  }

  @Override
  Number number(Object value) throws SQLException {
    if (value instanceof Number number) {
      return number;
    }
    throw refused("a number");
  }

  @Override
  boolean truth(Object value) throws SQLException {
    final Number number = number(value);
    return number instanceof BigDecimal decimal
        ? decimal.signum() != 0
        : Numbers.toDouble(number) != 0;
  }
}
