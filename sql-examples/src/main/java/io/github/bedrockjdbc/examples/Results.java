package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.Hints;
import io.github.bedrockjdbc.examples.output.Output;
import java.io.IOException;
import java.util.List;

/**
 * The results of a script, one after the other: with a blank line between them, or as the elements
 * of one JSON array where there may be several.
 */
final class Results implements Outputs {
  private static final String SETTINGS = "(?s)\\\\(format|x|calls|timing|r|q|\\?)\\b.*";

  private final Hints hints;
  private final boolean areApart;
  private final boolean areSeveral;
  private Format format;
  private boolean isFirst = true;
  private boolean isArrayOpen;

  private Results(Format format, Hints hints, boolean areApart, boolean areSeveral) {
    this.format = format;
    this.hints = hints;
    this.areApart = areApart;
    this.areSeveral = areSeveral;
  }

  static Results ofPrompt(Format format) {
    return new Results(format, Hints.PROMPT, false, false);
  }

  static Results ofScript(Format format, List<String> items) {
    final boolean haveFiles = items.stream().anyMatch(item -> item.startsWith("\\i"));
    final long results = items.stream().filter(item -> !item.matches(SETTINGS)).count();
    return new Results(format, Hints.COMMAND_LINE, true, haveFiles || results > 1);
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
    final boolean isElement = areSeveral && format == Format.JSON;
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

  /** No more results will follow. */
  void end(Shell shell) throws IOException {
    if (isArrayOpen) {
      shell.out().write("]\n");
      isArrayOpen = false;
    }
    shell.out().flush();
  }
}
