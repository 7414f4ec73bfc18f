package io.github.bedrockjdbc.driver.value;

import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.sql.type.SqlTypeName;

/** {@code CHAR(n)}: shown with the blanks that do not count. */
public final class PaddedAccessor extends TextAccessor {
  private final int length;

  PaddedAccessor(RowCursor cursor, int ordinal, ColumnMetaData column) {
    super(cursor, ordinal, column);
    this.length = column.precision;
  }

  public static boolean isPadded(ColumnMetaData column) {
    return column.type.name.equals(SqlTypeName.CHAR.getName());
  }

  @Override
  String whole(Object value) {
    final String text = super.whole(value);
    return text + " ".repeat(Math.max(0, length - text.codePointCount(0, text.length())));
  }
}
