package io.github.bedrockjdbc.examples;

import java.util.ArrayList;
import java.util.List;

/** SQL text that holds several statements. */
final class Script {
  private final String text;
  private final List<String> statements = new ArrayList<>();
  private int begin;
  private boolean isBlank = true;

  private Script(String text) {
    this.text = text;
  }

  /** The statements without their {@code ;}. Nothing but comments is no statement. */
  static List<String> split(String text) {
    final Script script = new Script(text);
    script.read();
    script.end(text.length());
    return List.copyOf(script.statements);
  }

  /** Whether a {@code ;} ends the text, comments aside. */
  static boolean isComplete(String text) {
    final Script script = new Script(text);
    script.read();
    return script.isBlank;
  }

  private void read() {
    int i = 0;
    while (i < text.length()) {
      final char c = text.charAt(i);
      if (text.startsWith("--", i)) {
        i = after("\n", i);
      } else if (text.startsWith("/*", i)) {
        i = after("*/", i + 2);
      } else if (c == ';') {
        end(i);
        i++;
        begin = i;
      } else {
        isBlank &= Character.isWhitespace(c);
        // A doubled quote is the end of one literal and the begin of the next.
        i = c == '\'' || c == '"' ? after(String.valueOf(c), i + 1) : i + 1;
      }
    }
  }

  private int after(String end, int from) {
    final int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private void end(int index) {
    if (!isBlank) {
      statements.add(text.substring(begin, index).strip());
    }
    isBlank = true;
  }
}
