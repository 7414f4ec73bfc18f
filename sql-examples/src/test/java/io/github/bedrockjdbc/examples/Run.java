package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.examples.terminal.Screen;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** One run of the command, and what came of it. */
record Run(int status, String out, String err) {
  static final int WIDTH = 100;

  /** When the demo's jobs are what {@link BedrockEmulator#demo()} has. */
  static final Clock DEMO_TIME = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  static Run of(String... arguments) {
    return with("", Map.of(), WIDTH, arguments);
  }

  static Run atWidth(int width, String... arguments) {
    return with("", Map.of(), width, arguments);
  }

  static Run withInput(String input, String... arguments) {
    return with(input, Map.of(), WIDTH, arguments);
  }

  static Run at(Clock clock, String... arguments) {
    return with("", Map.of(), WIDTH, clock, arguments);
  }

  static Run with(String input, Map<String, String> environment, int width, String... arguments) {
    return with(input, environment, width, DEMO_TIME, arguments);
  }

  private static Run with(
      String input, Map<String, String> environment, int width, Clock clock, String... arguments) {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final Shell shell =
        new Shell(
            new StringReader(input),
            out,
            new PrintWriter(err, true),
            environment,
            Screen.none(width),
            clock);
    return new Run(Examples.run(shell, arguments), out.toString(), err.toString());
  }
}
