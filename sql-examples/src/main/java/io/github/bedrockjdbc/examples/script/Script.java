package io.github.bedrockjdbc.examples.script;

import java.util.ArrayList;
import java.util.List;

/** Text that holds several statements, and between them commands on lines of their own. */
public final class Script {
  /** Ends the statement before it, as {@code ;} does, and says how to run it. */
  private static final String RUN = "\\\\(g|gx|e|watch(\\s+\\S+)?)";

  /** After these, the statement before them is not run. */
  private static final String DROP = "\\\\[qr]";

  private final String text;
  private final List<Item> items = new ArrayList<>();
  private int begin;
  private boolean isBlank = true;
  private boolean isLineBegin = true;
  private WrongCommand misplaced;

  private Script(String text) {
    this.text = text;
  }

  /**
   * The statements without their {@code ;}, and the commands. Nothing but comments is no statement.
   * Where a command says how to run the statement before it, that follows in further lines.
   *
   * @throws WrongCommand if one stands within a statement
   */
  public static List<Item> split(String text) {
    final Script script = new Script(text);
    script.read();
    script.end(text.length());
    if (script.misplaced != null) {
      throw script.misplaced;
    }
    return List.copyOf(script.items);
  }

  /** Whether a {@code ;} ends the text, or a command does, comments aside. */
  public static boolean isComplete(String text) {
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
        isLineBegin = true;
      } else if (text.startsWith("/*", i)) {
        i = after("*/", i + 2);
      } else if (isCommandAt(i)) {
        i = command(i);
      } else {
        i = character(c, i);
      }
    }
  }

  private boolean isCommandAt(int i) {
    final char c = text.charAt(i);
    return isLineBegin
        ? c == '\\' || (c == '.' && isBlank)
        : c == '\\' && text.substring(i, after("\n", i)).strip().matches(RUN);
  }

  private int character(char c, int i) {
    isLineBegin = c == '\n' || (isLineBegin && Character.isWhitespace(c));
    if (c == ';') {
      end(i);
      begin = i + 1;
      isLineBegin = true;
      return i + 1;
    }
    isBlank &= Character.isWhitespace(c);
    // A doubled quote is the end of one literal and the begin of the next.
    return c == '\'' || c == '"' ? after(String.valueOf(c), i + 1) : i + 1;
  }

  /** A command goes as far as its line. */
  private int command(int from) {
    final int end = after("\n", from);
    final String command = text.substring(from, end).strip().replaceFirst("\\s*;+$", "");
    if (command.matches(RUN)) {
      final String statement = isBlank ? "" : text.substring(begin, from).strip();
      final boolean isPlain = command.equals("\\g") && !isBlank;
      add(isPlain ? statement : (command + "\n" + statement).strip(), isBlank ? from : begin);
    } else if (isBlank) {
      add(command, from);
    } else if (!command.matches(DROP)) {
      misplaced =
          place(from)
              .of(
                  new WrongCommand(
                      command.split("\\s", 2)[0]
                          + " stands within a statement; end that with ; or drop it with \\r"));
    } else if (!command.equals("\\r")) {
      add(command, from);
    }
    isBlank = true;
    begin = end;
    isLineBegin = true;
    return end;
  }

  private int after(String end, int from) {
    final int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private void end(int index) {
    if (!isBlank) {
      add(text.substring(begin, index).strip(), begin);
    }
    isBlank = true;
  }

  private void add(String item, int from) {
    int first = from;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    items.add(new Item(item, place(first)));
  }

  private Place place(int index) {
    final String before = text.substring(0, index);
    final int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Place(line, index - before.lastIndexOf('\n'));
  }
}
