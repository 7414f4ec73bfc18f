package io.github.bedrockjdbc.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * What the command is connected to.
 *
 * @param interactive whether a person sits at the input
 * @param columns the width that tables may have
 */
record Shell(
    Reader in,
    Writer out,
    PrintWriter err,
    Map<String, String> environment,
    BooleanSupplier interactive,
    IntSupplier columns) {
  private static final int USUAL_WIDTH = 120;

  static Shell ofProcess() {
    final Map<String, String> environment = System.getenv();
    return new Shell(
        new InputStreamReader(System.in, UTF_8),
        // Not System.out, which swallows failures to write.
        new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8)),
        new PrintWriter(new OutputStreamWriter(System.err, UTF_8), true),
        environment,
        Tty::isInput,
        () -> width(environment));
  }

  boolean isInteractive() {
    return interactive.getAsBoolean();
  }

  int width() {
    return columns.getAsInt();
  }

  Shell withOut(Writer other) {
    return new Shell(in, other, err, environment, interactive, columns);
  }

  /** One line beside the output. */
  void say(String line) {
    err.println(Text.oneLine(line));
  }

  /** One line that says what went wrong; nothing if it is that nobody reads on. */
  void sayError(Exception failure) {
    final String message = Objects.requireNonNullElse(failure.getMessage(), "no reason given");
    if (failure instanceof SQLException sql) {
      say("error [" + sql.getSQLState() + "]: " + message);
    } else if (failure instanceof IOException) {
      if (!message.contains("Broken pipe")) {
        say("error: cannot write: " + message);
      }
    } else {
      say("error: " + failure.getClass().getSimpleName() + ": " + message);
    }
  }

  private static int width(Map<String, String> environment) {
    final String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,4}")
        ? Integer.parseInt(columns)
        : Tty.outputWidth().orElse(USUAL_WIDTH);
  }
}
