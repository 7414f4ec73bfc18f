package io.github.bedrockjdbc.examples.output;

/**
 * What a hint names: an option where there is a command line, a command where there is a prompt.
 */
public enum Hints {
  COMMAND_LINE("--format vertical", "--max-rows %d; there may be more"),
  PROMPT("\\x", "%d rows, as jobs was started with --max-rows; there may be more");

  private final String allColumns;
  private final String stopped;

  Hints(String allColumns, String stopped) {
    this.allColumns = allColumns;
    this.stopped = stopped;
  }

  /** What shows the columns that a table leaves out. */
  public String allColumns() {
    return allColumns;
  }

  /** That rows may have been left out. */
  public String stopped(long rows) {
    return "note: stopped at " + stopped.formatted(rows);
  }
}
