package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;

/** VARCHAR, and whatever else is shown as text; converts where the text has the right form. */
class TextAccessor extends ColumnAccessor {
  private static final int DATE_LENGTH = 10;

  TextAccessor(RowCursor cursor, int ordinal, OutputColumn column) {
    super(cursor, ordinal, column);
  }

  @Override
  final Object object(Object value) {
    return text(value);
  }

  /** As much of it as is wanted; what a text is converted to comes of all of it. */
  @Override
  final String text(Object value) {
    return cut(whole(value));
  }

  String whole(Object value) {
    return value instanceof Object[] row ? Arrays.deepToString(row) : value.toString();
  }

  @Override
  final String characters(Object value) {
    return text(value);
  }

  @Override
  final Number number(Object value) throws SQLException {
    return Numbers.parse(whole(value));
  }

  @Override
  final boolean truth(Object value) throws SQLException {
    return BooleanText.parse(whole(value));
  }

  @Override
  final LocalDateTime dateTime(Object value) throws SQLException {
    return DateTimeText.parse(whole(value)).orElseThrow(() -> notA("timestamp"));
  }

  @Override
  final LocalTime time(Object value) throws SQLException {
    final String text = whole(value);
    return DateTimeText.parseTime(text)
        .or(
            () ->
                DateTimeText.parse(text).filter(at -> isLong(text)).map(LocalDateTime::toLocalTime))
        .orElseThrow(() -> notA("time"));
  }

  /** Whether a text that is a timestamp has a time of day. */
  private static boolean isLong(String text) {
    return text.strip().length() > DATE_LENGTH;
  }

  private static SQLException notA(String target) {
    return SqlErrors.of(SqlState.INVALID_CAST, "the text is not a " + target);
  }
}
