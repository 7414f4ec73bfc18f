package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.Hints;
import io.github.bedrockjdbc.examples.output.Look;
import io.github.bedrockjdbc.examples.output.Output;
import io.github.bedrockjdbc.examples.output.Style;
import io.github.bedrockjdbc.examples.script.Item;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The results of a script, one after the other: with a blank line between them, or as the elements
 * of one JSON array where there may be several. Each file that they go to is a document.
 */
final class Results implements Outputs {
  private final boolean areApart;

  /** Whether the documents, of which the first is being written, may have several results. */
  private final Deque<Boolean> areSeveral;

  private Format format;
  private Look look;
  private boolean isFirst = true;
  private boolean isArrayOpen;

  private Results(Format format, Hints hints, boolean areApart, Deque<Boolean> areSeveral) {
    this.format = format;
    this.look = Look.usual(0, Style.PLAIN, hints);
    this.areApart = areApart;
    this.areSeveral = areSeveral;
  }

  static Results ofPrompt(Format format) {
    return new Results(format, Hints.PROMPT, false, new ArrayDeque<>());
  }

  static Results ofScript(Format format, List<Item> items) {
    final Deque<Boolean> areSeveral = new ArrayDeque<>();
    int results = 0;
    for (Item item : items) {
      final Optional<Command> command = Command.of(item.text());
      if (command.equals(Optional.of(Command.O))) {
        areSeveral.add(results > 1);
        results = 0;
      }
      results += command.map(Command::results).orElse(1);
    }
    areSeveral.add(results > 1);
    return new Results(format, Hints.COMMAND_LINE, true, areSeveral);
  }

  Format format() {
    return format;
  }

  Look look() {
    return look;
  }

  /** For the results that follow. */
  void choose(Format other) {
    format = other;
  }

  /** For the results that follow. */
  void choose(Look other) {
    look = other;
  }

  @Override
  public Output output(Shell shell) throws IOException {
    final boolean isElement =
        format == Format.JSON && Objects.requireNonNullElse(areSeveral.peek(), false);
    if (isElement) {
      shell.out().write(isArrayOpen ? ",\n" : "[\n");
      isArrayOpen = true;
    } else {
      end(shell);
      if (areApart && !isFirst) {
        shell.out().write(System.lineSeparator());
      }
    }
    isFirst = false;
    return format.output(shell.out(), look.on(shell.width(), shell.style()));
  }

  /** Further results go elsewhere. */
  void turn(Shell shell) throws IOException {
    end(shell);
    isFirst = true;
    areSeveral.poll();
  }

  /** No more results will follow. */
  void end(Shell shell) throws IOException {
    if (isArrayOpen) {
      shell.out().write("]\n");
      isArrayOpen = false;
    }
    shell.out().flush();
  }
}
