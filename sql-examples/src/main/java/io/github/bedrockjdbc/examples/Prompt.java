package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.script.Item;
import io.github.bedrockjdbc.examples.script.Script;
import io.github.bedrockjdbc.examples.script.StatementParser;
import io.github.bedrockjdbc.examples.script.WrongCommand;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.Signals;

/** Reads statements from a person, until {@code \q}. */
final class Prompt {
  private static final String HELP =
      """
      A statement ends with ; and may go over several lines. Tab completes, Ctrl-C cancels,
      the arrows and Ctrl-R find what was typed before. EXPLAIN PLAN FOR shows what would be sent.
      """;

  private final Session session;
  private final Shell shell;
  private final Terminal terminal;
  private final Commands commands;

  private Prompt(Session session, Shell shell, Terminal terminal, Format format, Mode mode) {
    this.session = session;
    this.shell = shell;
    this.terminal = terminal;
    this.commands = new Commands(session, shell, Results.ofPrompt(format), mode.ofPrompt());
  }

  /** Returns the exit status. */
  static int run(Session session, Shell shell, Format format, Mode mode)
      throws SQLException, IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      if (!(terminal instanceof DumbTerminal)) {
        return run(session, shell, format, mode, terminal);
      }
      // Without escapes, as in an editor: JLine leaves Ctrl-C to the JVM, which would end.
      final Object before = Signals.register("INT", () -> terminal.raise(Signal.INT));
      try {
        return run(session, shell, format, mode, terminal);
      } finally {
        Signals.unregister("INT", before);
      }
    }
  }

  static int run(Session session, Shell shell, Format format, Mode mode, Terminal terminal)
      throws SQLException, IOException {
    // Where rows go to a file, the terminal shows the rest.
    final Shell here =
        shell.screen().output().getAsBoolean() ? shell.withOut(terminal.writer()) : shell;
    final Prompt prompt = new Prompt(session, here, terminal, format, mode);
    try (prompt.commands) {
      return prompt.loop(prompt.reader());
    }
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

  private void greet() throws SQLException {
    terminal.writer().write("SQL over the table jobs. \\? for help, \\q to leave.\n");
    final int seconds = session.maxAge();
    if (seconds > 0) {
      terminal
          .writer()
          .write(
              "Rows may be up to "
                  + seconds
                  + " s old (maxAge); SET maxAge = 0; asks for each statement.\n");
    }
  }

  private int loop(LineReader reader) throws SQLException, IOException {
    greet();
    while (true) {
      shell.out().flush();
      try {
        if (!obey(reader.readLine("jobs> ").strip())) {
          return 0;
        }
      } catch (UserInterruptException e) {
        // Ctrl-C gives up the line, nothing else
      } catch (EndOfFileException e) {
        return 0;
      }
    }
  }

  /** Returns false if a line says to leave. */
  private boolean obey(String line) throws IOException {
    try {
      if (line.matches("(?i)(exit|quit)\\s*;?")) {
        return false;
      }
      if (line.matches("(?i)\\\\\\?|help\\s*;?")) {
        shell.out().write(HELP + Command.helpOfAll());
        return true;
      }
      return followCancellably(Script.split(line));
    } catch (CancellationException e) {
      shell.say("cancelled");
    } catch (WrongCommand e) {
      shell.say(e.getMessage());
    } catch (SQLException e) {
      shell.sayError(e);
    }
    return true;
  }

  private boolean followCancellably(List<Item> items) throws SQLException, IOException {
    final Thread here = Thread.currentThread();
    final Terminal.SignalHandler before =
        terminal.handle(
            Signal.INT,
            signal -> {
              if (!Interrupts.cancel(session)) {
                here.interrupt(); // between two rounds of a watch
              }
            });
    try {
      return commands.followAll(items);
    } finally {
      terminal.handle(Signal.INT, before);
      Thread.interrupted();
    }
  }
}
