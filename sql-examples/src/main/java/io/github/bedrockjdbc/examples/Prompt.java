package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
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
  private static final String HELP =
      """
      A statement ends with ; and may go over several lines. Tab completes, Ctrl-C cancels.
        \\d              the columns
        \\format NAME    table, csv, json, markdown or vertical
        \\?              this text
        \\q              leave
      """;

  private final Session session;
  private final Shell shell;
  private final Terminal terminal;
  private Format format;

  private Prompt(Session session, Shell shell, Terminal terminal, Format format) {
    this.session = session;
    this.shell = shell;
    this.terminal = terminal;
    this.format = format;
  }

  /** Returns the exit status. */
  static int run(Session session, Shell shell, Format format) throws SQLException, IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      return run(session, shell, format, terminal);
    }
  }

  static int run(Session session, Shell shell, Format format, Terminal terminal)
      throws SQLException, IOException {
    final Shell here = shell.withOut(terminal.writer());
    final Prompt prompt = new Prompt(session.writingTo(here), here, terminal, format);
    return prompt.loop(prompt.reader());
  }

  private LineReader reader() throws SQLException {
    return LineReaderBuilder.builder()
        .appName("jobs")
        .terminal(terminal)
        .parser(new StatementParser())
        .completer(Words.of(session.metaData()))
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
    try {
      if (line.matches("(?i)\\\\\\?|help\\s*;?")) {
        shell.out().write(HELP);
      } else if (words[0].equals("\\d")) {
        Description.of(session.metaData(), format.output(shell.out(), shell.width()));
      } else if (words[0].equals("\\format")) {
        choose(words.length == 2 ? words[1] : "");
      } else if (line.startsWith("\\")) {
        shell.say("There is no " + words[0] + "; \\? tells what there is");
      } else {
        for (String statement : Script.split(line)) {
          runCancellably(statement);
        }
      }
    } catch (CancellationException e) {
      shell.say("cancelled");
    } catch (SQLException e) {
      shell.sayError(e);
    }
  }

  private void choose(String name) {
    final Optional<Format> found =
        Arrays.stream(Format.values()).filter(f -> f.toString().equalsIgnoreCase(name)).findAny();
    found.ifPresentOrElse(
        chosen -> format = chosen,
        () -> shell.say("\\format takes one of " + Arrays.toString(Format.values())));
  }

  private void runCancellably(String statement) throws SQLException, IOException {
    final Terminal.SignalHandler before =
        terminal.handle(Signal.INT, signal -> Interrupts.cancel(session));
    try {
      session.run(statement, format);
    } finally {
      terminal.handle(Signal.INT, before);
    }
  }
}
