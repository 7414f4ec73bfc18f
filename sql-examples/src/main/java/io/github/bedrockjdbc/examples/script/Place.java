package io.github.bedrockjdbc.examples.script;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a statement begins in a longer text, from 1; below, where text was put before it. */
public record Place(int line, int column) {
  /** How the driver begins to tell of a mistake. */
  private static final Pattern MISTAKE = Pattern.compile("line (\\d+), column (\\d+)");

  /** A failure of the statement that stands here, with its place in the whole text. */
  public SQLException of(SQLException failure) {
    final String message = String.valueOf(failure.getMessage());
    final Matcher mistake = MISTAKE.matcher(message);
    final String placed =
        mistake.lookingAt()
            ? within(Integer.parseInt(mistake.group(1)), Integer.parseInt(mistake.group(2)))
                + message.substring(mistake.end())
            : head() + message;
    if (placed.equals(message)) {
      return failure;
    }
    return new SQLException(placed, failure.getSQLState(), failure.getErrorCode(), failure);
  }

  /** A mistake in the command that stands here. */
  public WrongCommand of(WrongCommand mistake) {
    return head().isEmpty() ? mistake : new WrongCommand(head() + mistake.getMessage(), mistake);
  }

  private String within(int otherLine, int otherColumn) {
    return "line %d, column %d"
        .formatted(line + otherLine - 1, otherLine == 1 ? column + otherColumn - 1 : otherColumn);
  }

  private String head() {
    return line > 1 ? "line " + line + ": " : "";
  }
}
