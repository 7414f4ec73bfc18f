package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.script.ForeignCommands;
import io.github.bedrockjdbc.examples.script.Script;
import io.github.bedrockjdbc.examples.script.WrongCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows statements and commands one after the other, in the prompt as in scripts. */
final class Commands {
  static final List<String> NAMES =
      List.of(
          "\\run",
          "\\d",
          "\\dt",
          "\\format",
          "\\x",
          "\\calls",
          "\\timing",
          "\\i",
          "\\r",
          "\\?",
          "\\q");

  static final String HELP =
      """
        \\run [NAME]      run a ready-made query; without a name, list them
        \\d [TABLE]       the columns of a table, as DESCRIBE tells; without a name, \\dt
        \\dt [PATTERN]    the tables, as SHOW TABLES tells; * stands for any letters
        \\format NAME     table, csv, json, markdown or vertical
        \\x [on|off]      each value on a line of its own; \\format vertical
        \\calls [on|off]  tell what was sent
        \\timing [on|off] tell how long statements take
        \\i FILE          run the statements of a file
        \\r               drop the statement that has not ended
        \\?               this text
        \\q               leave
      """;

  private static final Pattern TABLES = Pattern.compile("(?i)SHOW\\s+(FULL\\s+)?TABLES");
  private static final Pattern COLUMNS =
      Pattern.compile(
          "(?i)(?:DESC(?:RIBE)?(?:\\s+TABLE)?|SHOW\\s+COLUMNS\\s+(?:FROM|IN))\\s+([\\w.\"]+)");

  private static final int MOST_FILES = 8;

  private final Session session;
  private final Shell shell;
  private final Results results;
  private Mode mode;
  private boolean isTimed;
  private int files;

  Commands(Session session, Shell shell, Results results, Mode mode) {
    this.session = session;
    this.shell = shell;
    this.results = results;
    this.mode = mode;
  }

  /**
   * Follows the items of a script.
   *
   * @return false if one says to leave
   * @throws WrongCommand if one is a command that there is not, or not so
   */
  boolean followAll(List<String> items) throws SQLException, IOException {
    for (String item : items) {
      if (Script.isCommand(item) ? !obey(item) : !run(item)) {
        return false;
      }
    }
    return true;
  }

  private boolean obey(String item) throws SQLException, IOException {
    final String[] words = item.split("\\s+", 2);
    final String word = words.length == 2 ? words[1] : "";
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
      case "\\d", "\\d+" -> describe(word);
      case "\\dt", "\\dt+" -> listTables(word);
      case "\\format" -> results.choose(Format.named(word));
      case "\\x" ->
          results.choose(
              isOn(item, results.format() == Format.VERTICAL) ? Format.VERTICAL : Format.TABLE);
      case "\\calls" -> mode = mode.withCallsShown(isOn(item, mode.areCallsShown()));
      case "\\timing" -> isTimed = isOn(item, isTimed);
      default -> throw ForeignCommands.unknown(words[0]);
    }
    return true;
  }

  private boolean run(String statement) throws SQLException, IOException {
    final Matcher columns = COLUMNS.matcher(statement);
    final long begin = System.nanoTime();
    if (TABLES.matcher(statement).matches()) {
      listTables("");
    } else if (columns.matches()) {
      describe(columns.group(1));
    } else {
      session.run(statement, results, mode, shell);
    }
    if (isTimed) {
      final double millis = (System.nanoTime() - begin) / (double) TimeUnit.MILLISECONDS.toNanos(1);
      shell.note(String.format(Locale.ROOT, "Time: %,.3f ms", millis));
    }
    return true;
  }

  private void describe(String table) throws SQLException, IOException {
    if (table.isEmpty()) {
      listTables("");
    } else {
      new Description(session.metaData()).columns(table, results, shell);
    }
  }

  private void listTables(String pattern) throws SQLException, IOException {
    new Description(session.metaData()).tables(pattern, results, shell);
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
      SavedQuery.list(results.output(shell));
      return true;
    }
    final SavedQuery query =
        SavedQuery.named(name)
            .orElseThrow(
                () -> new WrongCommand("There is no query " + name + "; \\run lists them"));
    if (!mode.suits(query)) {
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
      text = Files.readString(Path.of(name));
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
