package io.github.bedrockjdbc.examples.script;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/** Lets Enter go on with a statement that has not ended yet. */
public final class StatementParser extends DefaultParser {
  public StatementParser() {
    setEscapeChars(null); // a backslash is SQL, or begins one of our commands
    setQuoteChars(new char[0]);
    setRegexVariable(null);
    setRegexCommand(null);
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !isWhole(line.strip())) {
      throw new EOFError(-1, -1, "The statement goes on");
    }
    return super.parse(line, cursor, context);
  }

  /** Words end where an identifier does. */
  @Override
  public boolean isDelimiterChar(CharSequence buffer, int position) {
    final char c = buffer.charAt(position);
    return Character.isWhitespace(c) || "(),=<>+*/|".indexOf(c) >= 0;
  }

  private static boolean isWhole(String line) {
    return line.matches("(?i)exit|quit|help") || Script.isComplete(line);
  }
}
