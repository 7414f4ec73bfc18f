package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.script.ForeignCommands;
import io.github.bedrockjdbc.examples.script.Item;
import io.github.bedrockjdbc.examples.script.Script;
import io.github.bedrockjdbc.examples.script.WrongCommand;
import io.github.bedrockjdbc.examples.terminal.Program;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Follows statements and commands one after the other, in the prompt as in scripts. */
final class Commands implements AutoCloseable {
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
  boolean followAll(List<Item> items) throws SQLException, IOException {
    for (Item item : items) {
      try {
        if (!item.isCommand()) {
          statements.run(item.text(), destination.shell());
        } else if (!obey(item.text())) {
          return false;
        }
      } catch (SQLException e) {
        throw item.place().of(e);
      } catch (WrongCommand e) {
        throw item.place().of(e);
      }
    }
    return true;
  }

  /** The same of another script, which is named where it fails. */
  private boolean followAll(String name, String script) throws SQLException, IOException {
    try {
      return followAll(Script.split(script));
    } catch (SQLException e) {
      throw new SQLException(name + ": " + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
    } catch (WrongCommand e) {
      throw new WrongCommand(name + ": " + e.getMessage(), e);
    }
  }

  private boolean obey(String item) throws SQLException, IOException {
    final String[] lines = item.split("\n", 2);
    final String[] words = lines[0].split("\\s+", 2);
    final String word = words.length == 2 ? words[1] : "";
    final String statement = lines.length == 2 ? lines[1] : "";
    final Command command =
        Command.of(words[0]).orElseThrow(() -> ForeignCommands.unknown(words[0]));
    switch (command) {
      case D -> statements.describe(word, destination.shell());
      case DT -> statements.listTables(word, destination.shell());
      case DN -> statements.listSchemas(destination.shell());
      case DF -> statements.listFunctions(word, destination.shell());
      case RUN -> {
        return runSaved(word);
      }
      case FORMAT -> set(Setting.FORMAT, command.toString(), word);
      case X -> set(Setting.EXPANDED, command.toString(), word);
      case T -> set(Setting.TUPLES_ONLY, command.toString(), word);
      case PSET -> set(word);
      case G -> statements.run(statements.orLast("", command), destination.shell());
      case GX -> runVertically(statements.orLast(statement, command));
      case WATCH -> watch(statements.orLast(statement, command), word);
      case E -> {
        return edit(word, statement);
      }
      case R -> {} // nothing is left to drop
      case I -> {
        return runFile(word);
      }
      case O -> write(word);
      case ECHO -> destination.shell().out().write(unquoted(word) + "\n");
      case CALLS -> statements.setCallsShown(isOn(item, statements.mode().areCallsShown()));
      case TIMING -> statements.setTimed(isOn(item, statements.isTimed()));
      case CONNINFO -> statements.tellConnection(destination.shell());
      case SHELL -> runProgram(word);
      case HELP -> shell.out().write(Command.helpOfAll());
      case Q -> {
        return false;
      }
    }
    return true;
  }

  private void set(String words) {
    if (words.isEmpty()) {
      for (Setting setting : Setting.values()) {
        shell.note(setting + " is " + setting.value(results));
      }
      return;
    }
    final String[] parts = words.split("\\s+", 2);
    final Setting setting =
        Setting.named(parts[0])
            .orElseThrow(() -> new WrongCommand("\\pset takes one of " + Setting.names()));
    set(setting, setting.toString(), parts.length == 2 ? parts[1] : "");
  }

  /** Without a value, what was on goes off, and other settings are shown. */
  private void set(Setting setting, String name, String value) {
    if (value.isEmpty()) {
      setting.other(results).ifPresent(other -> setting.set(results, other));
      shell.note(name + " is " + setting.value(results));
      return;
    }
    setting.set(
        results,
        setting
            .accepted(unquoted(value))
            .orElseThrow(
                () ->
                    new WrongCommand(
                        name + " takes one of " + String.join(", ", setting.accepted()))));
  }

  /** Quotes keep blanks together, and are no part of a text. */
  private static String unquoted(String text) {
    return text.replaceAll("'((?:[^']|'')*)'", "$1").replace("''", "'");
  }

  private boolean edit(String name, String statement) throws SQLException, IOException {
    if (!shell.isInteractive()) {
      throw new WrongCommand("\\e needs a person at a terminal");
    }
    final Program editor = new Program(shell.environment());
    if (!name.isEmpty()) {
      editor.edit(Destination.path(name));
      return runFile(name);
    }
    final String text = statement.isEmpty() ? statements.last() : statement;
    return followAll(Script.split(editor.edited(text.isEmpty() ? "" : text + ";\n")));
  }

  private void runProgram(String command) throws IOException {
    shell.out().flush();
    new Program(shell.environment()).shell(command);
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
    return followAll(query.name(), query.sql());
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
      return followAll(name, text);
    } finally {
      files--;
    }
  }
}
