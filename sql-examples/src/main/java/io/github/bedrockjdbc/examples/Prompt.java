package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/** Reads statements from a person, until {@code \q}. */
final class Prompt {
  static final List<String> COMMANDS = List.of("\\run", "\\d", "\\format", "\\calls", "\\?", "\\q");

  private static final String HELP =
      """
      A statement ends with ; and may go over several lines. Tab completes, Ctrl-C cancels,
      the arrows and Ctrl-R find what was typed before. EXPLAIN PLAN FOR shows what would be sent.
        \\run            the ready-made queries
        \\run NAME       run one of them
        \\d              the columns
        \\format NAME    table, csv, json, markdown or vertical
        \\calls on|off   tell what was sent
        \\?              this text
        \\q              leave
      """;

  private final Session session;
  private final Shell shell;
  private final Terminal terminal;
  private Format format;
  private Mode mode;

  private Prompt(Session session, Shell shell, Terminal terminal, Format format, Mode mode) {
    this.session = session;
    this.shell = shell;
    this.terminal = terminal;
    this.format = format;
    this.mode = mode;
  }

  /** Returns the exit status. */
  static int run(Session session, Shell shell, Format format, Mode mode)
      throws SQLException, IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      return run(session, shell, format, mode, terminal);
    }
  }

  static int run(Session session, Shell shell, Format format, Mode mode, Terminal terminal)
      throws SQLException, IOException {
    final Shell here = shell.withOut(terminal.writer());
    final Prompt prompt = new Prompt(session, here, terminal, format, mode);
    return prompt.loop(prompt.reader());
  }

  private LineReader reader() throws SQLException, IOException {
    return LineReaderBuilder.builder()
        .appName("jobs")
        .terminal(terminal)
        .parser(new StatementParser())
        .completer(new Words(session.metaData()))
        .option(LineReader.Option.CASE_INSENSITIVE, true)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // != is SQL
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "   -> ")
        .variable(LineReader.HISTORY_FILE, historyFile())
        .build();
  }

  private Path historyFile() {
    final String state = shell.environment().getOrDefault("XDG_STATE_HOME", "");
    final Path folder =
        state.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return folder.resolve("bedrock-jobs").resolve("history");
  }

  private int loop(LineReader reader) throws IOException {
    shell.out().write("SQL over the table jobs. \\? for help, \\q to leave.\n");
    while (true) {
      shell.out().flush();
      try {
        final String line = reader.readLine("jobs> ").strip();
        if (isEnd(line)) {
          return 0;
        }
        obey(line);
      } catch (UserInterruptException e) {
        // Ctrl-C gives up the line, nothing else
      } catch (EndOfFileException e) {
        return 0;
      }
    }
  }

  private static boolean isEnd(String line) {
    return line.matches("(?i)\\\\q|(exit|quit)\\s*;?");
  }

  private void obey(String line) throws IOException {
    final String[] words = line.split("\\s+", 2);
    final String word = words.length == 2 ? words[1] : "";
    try {
      if (line.matches("(?i)\\\\\\?|help\\s*;?")) {
        shell.out().write(HELP);
      } else if (!line.startsWith("\\")) {
        runAll(line);
      } else {
        obey(words[0], word);
      }
    } catch (CancellationException e) {
      shell.say("cancelled");
    } catch (SQLException e) {
      shell.sayError(e);
    }
  }

  private void obey(String command, String word) throws SQLException, IOException {
    switch (command) {
      case "\\d" -> Description.of(session.metaData(), format.output(shell));
      case "\\format" -> choose(word);
      case "\\calls" -> showCalls(word);
      case "\\run" -> runSaved(word);
      default -> shell.say("There is no " + command + "; \\? shows help");
    }
  }

  private void choose(String name) {
    final Optional<Format> found =
        Arrays.stream(Format.values()).filter(f -> f.toString().equalsIgnoreCase(name)).findAny();
    found.ifPresentOrElse(
        chosen -> format = chosen,
        () -> shell.say("\\format takes one of " + Arrays.toString(Format.values())));
  }

  private void showCalls(String word) {
    if (word.matches("(?i)on|off")) {
      mode = mode.withCallsShown(word.equalsIgnoreCase("on"));
    } else {
      shell.say("\\calls takes on or off");
    }
  }

  private void runSaved(String name) throws SQLException, IOException {
    if (name.isEmpty()) {
      SavedQuery.list(format.output(shell));
      return;
    }
    final Optional<SavedQuery> query = SavedQuery.named(name);
    if (query.isEmpty()) {
      shell.say("There is no query " + name + "; \\run lists them");
    } else if (mode.suits(query.get())) {
      runAll(query.get().sql());
    } else {
      shell.say(query.get().name() + " needs prices; start jobs with --prices FILE");
    }
  }

  private void runAll(String statements) throws SQLException, IOException {
    for (String statement : Script.split(statements)) {
      runCancellably(statement);
    }
  }

  private void runCancellably(String statement) throws SQLException, IOException {
    final Terminal.SignalHandler before =
        terminal.handle(Signal.INT, signal -> Interrupts.cancel(session));
    try {
      session.run(statement, format, mode, shell);
    } finally {
      terminal.handle(Signal.INT, before);
    }
  }
}
