package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL as the driver and as the reference read it, which is the same text but for the
 * differences that the package describes, and for question marks: the reference gets their values
 * as literals.
 *
 * @param written as the driver reads it, with literals for question marks, too
 * @param parameters values of the question marks, in order; null is a value too
 */
record Part(String driver, String written, String reference, List<Object> parameters) {
  static final Part NOTHING = of("");

  private static final String HOLE = "{}";

  Part {
    parameters = new ArrayList<>(parameters); // List.copyOf takes no null
  }

  /** The same text for both. Each {@code {}} is filled with the next of the fillings. */
  static Part of(String text, Object... fillings) {
    return each(text, text, fillings);
  }

  /** A text for each, with the same fillings in the same order. */
  static Part each(String driver, String reference, Object... fillings) {
    final List<Object> parameters = new ArrayList<>();
    final List<String> ours = new ArrayList<>();
    final List<String> written = new ArrayList<>();
    final List<String> theirs = new ArrayList<>();
    for (final Object filling : fillings) {
      final Part part = filling instanceof Part p ? p : of(filling.toString());
      ours.add(part.driver);
      written.add(part.written);
      theirs.add(part.reference);
      parameters.addAll(part.parameters);
    }
    return new Part(
        filled(driver, ours), filled(driver, written), filled(reference, theirs), parameters);
  }

  /** A question mark for what is this literal. */
  static Part parameter(Object value, String literal) {
    final List<Object> one = new ArrayList<>();
    one.add(value);
    return new Part("?", literal, literal, one);
  }

  /** The same, but within this text for the reference. */
  Part forReference(String text) {
    return each("{}", text, this);
  }

  static Part join(String separator, List<Part> parts) {
    Part all = NOTHING;
    for (int i = 0; i < parts.size(); i++) {
      all = i == 0 ? parts.get(i) : of("{}{}{}", all, separator, parts.get(i));
    }
    return all;
  }

  boolean isEmpty() {
    return driver.isEmpty();
  }

  private static String filled(String text, List<String> fillings) {
    final StringBuilder filled = new StringBuilder();
    int from = 0;
    for (final String filling : fillings) {
      final int hole = text.indexOf(HOLE, from);
      filled.append(text, from, hole).append(filling);
      from = hole + HOLE.length();
    }
    return filled.append(text.substring(from)).toString();
  }
}
