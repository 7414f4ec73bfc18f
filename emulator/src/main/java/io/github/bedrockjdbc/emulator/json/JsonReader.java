package io.github.bedrockjdbc.emulator.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON text into plain values: maps that keep their order, lists, strings, {@code Long} or
 * {@code BigDecimal}, booleans, null. Strict, except that control characters in strings pass.
 */
public final class JsonReader {
  private static final int DEEPEST = 200;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads one document.
   *
   * @throws IllegalArgumentException if the text is not JSON; names the position
   */
  public static Object read(String text) {
    final JsonReader reader = new JsonReader(text);
    final Object value = reader.value();
    if (reader.peek() != 0) {
      throw reader.bad("end of text");
    }
    return value;
  }

  private Object value() {
    final char c = peek();
    if (c == '"') {
      return string();
    }
    if (c == '{' || c == '[') {
      if (++depth > DEEPEST) {
        throw bad("less nesting");
      }
      final Object value = c == '{' ? object() : array();
      depth--;
      return value;
    }
    return scalar();
  }

  private Map<String, Object> object() {
    final Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    while (peek() != '}') {
      if (!members.isEmpty()) {
        expect(',');
      }
      if (peek() != '"') {
        throw bad("a member name");
      }
      final String name = string();
      expect(':');
      if (members.containsKey(name)) {
        throw bad("each name once, not '" + name + "' again");
      }
      members.put(name, value());
    }
    expect('}');
    return members;
  }

  private List<Object> array() {
    final List<Object> elements = new ArrayList<>();
    expect('[');
    while (peek() != ']') {
      if (!elements.isEmpty()) {
        expect(',');
      }
      elements.add(value());
    }
    expect(']');
    return elements;
  }

  private String string() {
    expect('"');
    final StringBuilder out = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() {
    final char c = next();
    if (c == 'u') {
      if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
        throw bad("four hexadecimal digits");
      }
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    final int index = "\"\\/bfnrt".indexOf(c);
    if (index < 0) {
      throw bad("an escape");
    }
    return "\"\\/\b\f\n\r\t".charAt(index);
  }

  private Object scalar() {
    final int start = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    final String word = text.substring(start, at);
    if (word.equals("null")) {
      return null;
    }
    if (word.equals("true") || word.equals("false")) {
      return word.equals("true");
    }
    if (word.matches("-?(0|[1-9][0-9]{0,17})")) {
      return Long.valueOf(word);
    }
    if (word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      return new BigDecimal(word);
    }
    at = start;
    throw bad("a value");
  }

  /** The next character that is no blank, without taking it; 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw bad("'" + wanted + "'");
    }
    at++;
  }

  private char next() {
    if (at >= text.length()) {
      throw bad("the end of a string");
    }
    return text.charAt(at++);
  }

  private IllegalArgumentException bad(String wanted) {
    return new IllegalArgumentException("JSON: expected " + wanted + " at position " + at);
  }
}
