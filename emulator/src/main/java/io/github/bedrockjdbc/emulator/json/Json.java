package io.github.bedrockjdbc.emulator.json;

import java.util.List;
import java.util.Map;

/**
 * Writes plain values (maps, lists, strings, numbers, booleans, null) as compact JSON; what is
 * written already stays as it is.
 */
public final class Json {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Json() {}

  public static String text(Object value) {
    return text(value, 16);
  }

  /**
   * The same where the length is about known: a page has a million characters.
   *
   * @param length may be too small
   */
  public static String text(Object value, int length) {
    final StringBuilder out = new StringBuilder(length);
    write(out, value);
    return out.toString();
  }

  static void write(StringBuilder out, Object value) {
    if (value instanceof String text) {
      string(out, text);
    } else if (value instanceof Map<?, ?> members) {
      object(out, members);
    } else if (value instanceof List<?> elements) {
      array(out, elements);
    } else if (value instanceof Written written) {
      out.append(written.json());
    } else {
      out.append(value);
    }
  }

  private static void object(StringBuilder out, Map<?, ?> members) {
    out.append('{');
    String separator = "";
    for (final Map.Entry<?, ?> member : members.entrySet()) {
      out.append(separator);
      string(out, (String) member.getKey());
      out.append(':');
      write(out, member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private static void array(StringBuilder out, List<?> elements) {
    out.append('[');
    String separator = "";
    for (final Object element : elements) {
      out.append(separator);
      write(out, element);
      separator = ",";
    }
    out.append(']');
  }

  private static void string(StringBuilder out, String text) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      final char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ') {
        out.append(text, written, i);
        escaped(out, c);
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private static void escaped(StringBuilder out, char c) {
    if (c == '\n') {
      out.append("\\n");
    } else if (c < ' ') {
      out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
    } else {
      out.append('\\').append(c);
    }
  }
}
