package io.github.bedrockjdbc.driver.value;

/** {@code CHAR(n)}: shown with the blanks that do not count. */
final class PaddedAccessor extends TextAccessor {
  private final int length;

  PaddedAccessor(RowCursor cursor, int ordinal, OutputColumn column) {
    super(cursor, ordinal, column);
    this.length = column.shownPrecision();
  }

  @Override
  String whole(Object value) {
    final String text = super.whole(value);
    return text + " ".repeat(Math.max(0, length - text.codePointCount(0, text.length())));
  }
}
