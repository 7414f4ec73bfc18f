package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.script.ForeignCommands;
import io.github.bedrockjdbc.examples.script.Script;
import io.github.bedrockjdbc.examples.script.WrongCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Follows statements and commands one after the other, in the prompt as in scripts. */
final class Commands implements AutoCloseable {
  static final List<String> NAMES =
      List.of(
          "\\run",
          "\\d",
          "\\dt",
          "\\format",
          "\\x",
          "\\gx",
          "\\watch",
          "\\o",
          "\\i",
          "\\calls",
          "\\timing",
          "\\conninfo",
          "\\r",
          "\\?",
          "\\q");

  static final String HELP =
      """
        \\run [NAME]      run a ready-made query; without a name, list them
        \\d [TABLE]       the columns of a table, as DESCRIBE tells; without a name, \\dt
        \\dt [PATTERN]    the tables, as SHOW TABLES tells: job*, information_schema.*
        \\format NAME     table, csv, json, markdown or vertical
        \\x [on|off]      each value on a line of its own; \\format vertical
        \\gx              the statement before it so, once; \\g as it is set
        \\watch [TIME]    the statement before it again and again: 5, 10s, 2m; Ctrl-C stops
        \\o [FILE]        rows go to a file; without a name, here again
        \\i FILE          run the statements of a file
        \\calls [on|off]  tell what was sent
        \\timing [on|off] tell how long statements take
        \\conninfo        where rows come from, and how old they may be
        \\r               drop the statement that has not ended
        \\?               this text
        \\q               leave
      """;

  private static final int MOST_FILES = 8;

  private final Shell shell;
  private final Results results;
  private final Statements statements;
  private final Destination destination;
  private int files;

  Commands(Session session, Shell shell, Results results, Mode mode) {
    this.shell = shell;
    this.results = results;
    this.statements = new Statements(session, results, mode);
    this.destination = new Destination(shell);
  }

  /**
   * Follows the items of a script.
   *
   * @return false if one says to leave
   * @throws WrongCommand if one is a command that there is not, or not so
   */
  boolean followAll(List<String> items) throws SQLException, IOException {
    for (String item : items) {
      if (!Script.isCommand(item)) {
        statements.run(item, destination.shell());
      } else if (!obey(item)) {
        return false;
      }
    }
    return true;
  }

  private boolean obey(String item) throws SQLException, IOException {
    final String[] lines = item.split("\n", 2);
    final String[] words = lines[0].split("\\s+", 2);
    final String word = words.length == 2 ? words[1] : "";
    final String statement = lines.length == 2 ? lines[1] : "";
    switch (words[0]) {
      case "\\q" -> {
        return false;
      }
      case "\\i" -> {
        return runFile(word);
      }
      case "\\run" -> {
        return runSaved(word);
      }
      case "\\r" -> {} // nothing is left to drop
      case "\\?" -> shell.out().write(HELP);
      case "\\d", "\\d+" -> statements.describe(word, destination.shell());
      case "\\dt", "\\dt+" -> statements.listTables(word, destination.shell());
      case "\\conninfo" -> statements.tellConnection(destination.shell());
      case "\\g" -> statements.run(statements.orLast("", "\\g"), destination.shell());
      case "\\gx" -> runVertically(statements.orLast(statement, "\\gx"));
      case "\\watch" -> watch(statements.orLast(statement, "\\watch"), word);
      case "\\o" -> write(word);
      case "\\format" -> results.choose(Format.named(word));
      case "\\x" ->
          results.choose(
              isOn(item, results.format() == Format.VERTICAL) ? Format.VERTICAL : Format.TABLE);
      case "\\calls" -> statements.setCallsShown(isOn(item, statements.mode().areCallsShown()));
      case "\\timing" -> statements.setTimed(isOn(item, statements.isTimed()));
      default -> throw ForeignCommands.unknown(words[0]);
    }
    return true;
  }

  private void runVertically(String statement) throws SQLException, IOException {
    final Format before = results.format();
    results.choose(Format.VERTICAL);
    try {
      statements.run(statement, destination.shell());
    } finally {
      results.choose(before);
    }
  }

  private void watch(String statement, String time) throws SQLException, IOException {
    final Duration every =
        Watch.Interval.ofCommand(time)
            .orElseThrow(
                () ->
                    new WrongCommand("\\watch takes seconds, or a time such as 10s, 2m or 500ms"));
    statements.watch(statement, every, destination.shell());
  }

  private void write(String name) throws IOException {
    results.turn(destination.shell());
    destination.change(name);
  }

  /** Ends what was written. */
  @Override
  public void close() throws IOException {
    results.end(destination.shell());
    destination.close();
  }

  /** Without a word, what was on goes off. */
  private boolean isOn(String item, boolean before) {
    final String[] words = item.split("\\s+", 2);
    if (words.length == 1) {
      shell.note(words[0] + " is " + (before ? "off" : "on"));
      return !before;
    }
    if (!words[1].matches("(?i)on|off")) {
      throw new WrongCommand(words[0] + " takes on or off");
    }
    return words[1].equalsIgnoreCase("on");
  }

  private boolean runSaved(String name) throws SQLException, IOException {
    if (name.isEmpty()) {
      final Shell shown = destination.shell();
      SavedQuery.list(results.output(shown));
      return true;
    }
    final SavedQuery query =
        SavedQuery.named(name)
            .orElseThrow(
                () -> new WrongCommand("There is no query " + name + "; \\run lists them"));
    if (!statements.mode().suits(query)) {
      throw new WrongCommand(query.name() + " needs prices; start jobs with --prices FILE");
    }
    return followAll(Script.split(query.sql()));
  }

  private boolean runFile(String name) throws SQLException, IOException {
    if (name.isEmpty()) {
      throw new WrongCommand("\\i takes the name of a file");
    }
    if (files == MOST_FILES) {
      throw new WrongCommand("\\i " + name + ": files name each other without end");
    }
    final String text;
    try {
      text = Files.readString(Destination.path(name));
    } catch (NoSuchFileException e) {
      throw new WrongCommand("There is no file " + name, e);
    } catch (IOException e) {
      throw new WrongCommand("Cannot read " + name, e);
    }
    files++;
    try {
      return followAll(Script.split(text));
    } finally {
      files--;
    }
  }
}
