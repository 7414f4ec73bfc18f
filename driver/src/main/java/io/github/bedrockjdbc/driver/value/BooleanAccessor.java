package io.github.bedrockjdbc.driver.value;

/** BOOLEAN; as a number, true is 1. */
final class BooleanAccessor extends ColumnAccessor {
  BooleanAccessor(RowCursor cursor, int ordinal, OutputColumn column) {
    super(cursor, ordinal, column);
  }

  @Override
  Object object(Object value) {
    return truth(value);
  }

  @Override
  String text(Object value) {
    return Boolean.toString(truth(value));
  }

  @Override
  Number number(Object value) {
    return truth(value) ? 1 : 0;
  }

  @Override
  boolean truth(Object value) {
    return Boolean.TRUE.equals(value);
  }
}
