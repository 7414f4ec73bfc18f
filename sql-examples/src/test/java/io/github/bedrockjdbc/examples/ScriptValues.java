package io.github.bedrockjdbc.examples;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values of {@code !bind}, as SQL would write them: {@code 'text'}, {@code 24}, {@code 24.5},
 * {@code TIMESTAMP '…'}, {@code NULL}.
 */
final class ScriptValues {
  private static final Pattern VALUE =
      Pattern.compile("\\s*(TIMESTAMP )?(?:'((?:[^']|'')*)'|([^',\\s]+))\\s*(?:,|$)");

  private ScriptValues() {}

  static List<Object> of(String values) {
    final List<Object> read = new ArrayList<>();
    VALUE
        .matcher(values)
        .results()
        .forEach(
            value ->
                read.add(
                    value.group(2) == null
                        ? plain(value.group(3))
                        : text(value.group(1) != null, value.group(2).replace("''", "'"))));
    return read;
  }

  private static Object text(boolean isTimestamp, String text) {
    return isTimestamp ? Timestamp.valueOf(text) : text;
  }

  private static Object plain(String word) {
    if (word.equals("NULL")) {
      return null;
    }
    final BigDecimal number = new BigDecimal(word);
    if (number.scale() > 0) {
      return number;
    }
    return number.longValueExact();
  }
}
