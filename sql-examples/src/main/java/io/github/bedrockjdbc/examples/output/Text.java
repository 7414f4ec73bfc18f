package io.github.bedrockjdbc.examples.output;

import java.util.List;
import org.jline.utils.AttributedString;

/** Text on a terminal, where a character may be two columns wide, or dangerous. */
public final class Text {
  private static final String ELLIPSIS = "…";
  private static final char ZERO_WIDTH_JOINER = '\u200d'; // part of many emoji

  /** As long are times up to the second, the minute and the day. */
  private static final List<Integer> TIMES = List.of(19, 16, 10);

  private Text() {}

  /** Without line breaks and without what a terminal would take for a command. */
  static String printable(String text) {
    if (text.codePoints().noneMatch(Text::isControl)) {
      return text;
    }
    final StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  /** As {@link #printable}, for messages: line breaks become blanks. */
  public static String oneLine(String text) {
    return printable(text.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  /** Columns that the text takes. */
  public static int width(String text) {
    return new AttributedString(text).columnLength();
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  static String rightAligned(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /**
   * The text in so many columns. Prose loses its end; an identifier its middle, because an ARN or
   * path says most at its end.
   */
  static String shortened(String text, int width) {
    final int length = width(text);
    if (length <= width) {
      return text;
    }
    final int tail = text.indexOf(' ') < 0 ? (width - 1) * 2 / 3 : 0;
    return columns(text, 0, width - 1 - tail) + ELLIPSIS + columns(text, length - tail, length);
  }

  /** As {@link #shortened}, of a time: up to the second, the minute or the day. */
  static String shortenedTime(String time, int width) {
    if (width(time) <= width) {
      return time;
    }
    return TIMES.stream()
        .filter(length -> length < Math.min(width, time.length()))
        .findFirst()
        .map(length -> time.substring(0, length) + ELLIPSIS)
        .orElseGet(() -> shortened(time, width));
  }

  /** As long is a time that is shortened to this width. */
  static int usefulTimeWidth(int width) {
    return TIMES.stream()
        .map(length -> length + ELLIPSIS.length())
        .filter(length -> length <= width)
        .findFirst()
        .orElse(width);
  }

  /** The characters that lie between two columns as a whole. */
  private static String columns(String text, int from, int to) {
    final AttributedString whole = new AttributedString(text);
    final AttributedString part = whole.columnSubSequence(from, to);
    return part.columnLength() <= to - from
        ? part.toString()
        : whole.columnSubSequence(from + 1, to).toString();
  }

  static String count(long rows) {
    return rows == 1 ? "(1 row)" : "(" + rows + " rows)";
  }

  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> c != ZERO_WIDTH_JOINER; // the others may turn text round
      default -> false;
    };
  }

  private static void append(StringBuilder shown, int c) {
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (isControl(c)) {
          shown.append(String.format("\\u%04x", c));
        } else {
          shown.appendCodePoint(c);
        }
      }
    }
  }
}
