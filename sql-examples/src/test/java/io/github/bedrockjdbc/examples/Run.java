package io.github.bedrockjdbc.examples;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** One run of the command, and what came of it. */
record Run(int status, String out, String err) {
  static final int WIDTH = 100;

  static Run of(String... arguments) {
    return with("", Map.of(), WIDTH, arguments);
  }

  static Run atWidth(int width, String... arguments) {
    return with("", Map.of(), width, arguments);
  }

  static Run withInput(String input, String... arguments) {
    return with(input, Map.of(), WIDTH, arguments);
  }

  static Run with(String input, Map<String, String> environment, int width, String... arguments) {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final Shell shell =
        new Shell(
            new StringReader(input),
            out,
            new PrintWriter(err, true),
            environment,
            () -> false,
            () -> width);
    return new Run(Examples.run(shell, arguments), out.toString(), err.toString());
  }
}
