package io.github.bedrockjdbc.adapter.api;

/**
 * What others wrote, fit for a message: one line, short, and without the characters that command a
 * terminal or turn the order of what is shown.
 */
public final class PlainText {
  /** A name: a type, an ARN, the number of a request. */
  public static final int LONGEST_NAME = 100;

  /** What is quoted of a text. */
  public static final int LONGEST_QUOTE = 60;

  /** Longer texts are not for people. */
  private static final int LONGEST_MESSAGE = 500;

  private PlainText() {}

  /** At most so many characters of a text, and a sign if there are more. */
  public static String of(String text, int longest) {
    final StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      final int c = text.codePointAt(at);
      if (plain.length() + Character.charCount(c) > longest) {
        return plain.append('…').toString();
      }
      plain.appendCodePoint(shown(c));
      at += Character.charCount(c);
    }
    return plain.toString();
  }

  /** Of a message its first line: those after it may repeat what is secret. */
  public static String firstLine(String message) {
    return of(message.strip().lines().findFirst().orElse("").strip(), LONGEST_MESSAGE);
  }

  private static int shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> Character.isWhitespace(c) ? ' ' : '?';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> '?';
      default -> c;
    };
  }
}
