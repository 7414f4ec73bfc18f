package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.Hints;
import io.github.bedrockjdbc.examples.output.Output;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * The results of a script, one after the other: with a blank line between them, or as the elements
 * of one JSON array where there may be several. Each file that they go to is a document.
 */
final class Results implements Outputs {
  private static final String SETTING = "(?s)\\\\((format|x|calls|timing|r|q|o)\\b.*|\\?)";
  private static final String FILE = "(?s)\\\\o\\b.*";
  private static final String OF_MANY = "(?s)\\\\(i|watch)\\b.*";

  private final Hints hints;
  private final boolean areApart;

  /** Whether the documents, of which the first is being written, may have several results. */
  private final Deque<Boolean> areSeveral;

  private Format format;
  private boolean isFirst = true;
  private boolean isArrayOpen;

  private Results(Format format, Hints hints, boolean areApart, Deque<Boolean> areSeveral) {
    this.format = format;
    this.hints = hints;
    this.areApart = areApart;
    this.areSeveral = areSeveral;
  }

  static Results ofPrompt(Format format) {
    return new Results(format, Hints.PROMPT, false, new ArrayDeque<>());
  }

  static Results ofScript(Format format, List<String> items) {
    final Deque<Boolean> areSeveral = new ArrayDeque<>();
    int results = 0;
    for (String item : items) {
      if (item.matches(FILE)) {
        areSeveral.add(results > 1);
        results = 0;
      } else if (!item.matches(SETTING)) {
        results += item.matches(OF_MANY) ? 2 : 1;
      }
    }
    areSeveral.add(results > 1);
    return new Results(format, Hints.COMMAND_LINE, true, areSeveral);
  }

  Format format() {
    return format;
  }

  /** For the results that follow. */
  void choose(Format other) {
    format = other;
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
    return format.output(shell, hints);
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
