package io.github.bedrockjdbc.examples.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bedrockjdbc.examples.output.Style;
import io.github.bedrockjdbc.examples.output.Text;
import io.github.bedrockjdbc.examples.script.WrongCommand;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** What the command is connected to. */
public record Shell(
    Reader in,
    Writer out,
    PrintWriter err,
    Map<String, String> environment,
    Screen screen,
    Clock clock) {
  public static Shell ofProcess() {
    final Map<String, String> environment = System.getenv();
    return new Shell(
        new InputStreamReader(System.in, UTF_8),
        // Not System.out, which swallows failures to write.
        new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8)),
        new PrintWriter(new OutputStreamWriter(System.err, UTF_8), true),
        environment,
        Screen.of(environment),
        Clock.systemUTC());
  }

  public boolean isInteractive() {
    return screen.input().getAsBoolean();
  }

  public int width() {
    return screen.columns().getAsInt();
  }

  /** How rows look. */
  public Style style() {
    return Style.of(environment, screen.output().getAsBoolean());
  }

  /** How what stands beside them looks. */
  public Style errorStyle() {
    return Style.of(environment, screen.errors().getAsBoolean());
  }

  /** Whether what was written can be taken back; redirected errors are no matter. */
  public boolean canErase() {
    return !environment.getOrDefault("TERM", "").equals("dumb");
  }

  public Shell withOut(Writer other) {
    return new Shell(in, other, err, environment, screen, clock);
  }

  /** The same with rows that go to a file, and not to the screen. */
  public Shell withFile(Writer file) {
    return new Shell(in, file, err, environment, screen.withoutOutput(environment), clock);
  }

  /** One line beside the output. */
  public void say(String line) {
    err.println(Text.oneLine(line));
  }

  public void warn(String line) {
    err.println(errorStyle().warning("warning:") + " " + Text.oneLine(line));
  }

  public void note(String line) {
    err.println(errorStyle().faint(Text.oneLine(line)));
  }

  /** One line that says what went wrong; nothing if it is that nobody reads on. */
  public void sayError(Exception failure) {
    final String message = Objects.requireNonNullElse(failure.getMessage(), "no reason given");
    if (failure instanceof SQLException sql) {
      error("error [" + sql.getSQLState() + "]:", message);
    } else if (failure instanceof WrongCommand) {
      error("error:", message);
    } else if (!(failure instanceof IOException)) {
      error("error:", failure.getClass().getSimpleName() + ": " + message);
    } else if (!isNobodyReading(failure)) {
      error("error:", "cannot write: " + message);
    }
  }

  /** Whether the program that the rows went to has ended. */
  public static boolean isNobodyReading(Exception failure) {
    return failure instanceof IOException
        && Objects.requireNonNullElse(failure.getMessage(), "").contains("Broken pipe");
  }

  private void error(String head, String message) {
    err.println(errorStyle().error(head) + " " + Text.oneLine(message));
  }
}
