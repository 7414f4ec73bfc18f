package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.CsvOutput;
import io.github.bedrockjdbc.examples.output.Hints;
import io.github.bedrockjdbc.examples.output.JsonOutput;
import io.github.bedrockjdbc.examples.output.MarkdownOutput;
import io.github.bedrockjdbc.examples.output.Output;
import io.github.bedrockjdbc.examples.output.Style;
import io.github.bedrockjdbc.examples.output.TableOutput;
import io.github.bedrockjdbc.examples.output.VerticalOutput;
import io.github.bedrockjdbc.examples.script.WrongCommand;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;

/** How rows are shown. */
enum Format implements Outputs {
  TABLE {
    @Override
    Output output(Writer out, int width, Style style, Hints hints) {
      return new TableOutput(out, width, style, hints.allColumns());
    }
  },
  CSV {
    @Override
    Output output(Writer out, int width, Style style, Hints hints) {
      return new CsvOutput(out);
    }
  },
  JSON {
    @Override
    Output output(Writer out, int width, Style style, Hints hints) {
      return new JsonOutput(out);
    }
  },
  MARKDOWN {
    @Override
    Output output(Writer out, int width, Style style, Hints hints) {
      return new MarkdownOutput(out);
    }
  },
  VERTICAL {
    @Override
    Output output(Writer out, int width, Style style, Hints hints) {
      return new VerticalOutput(out, style);
    }
  };

  /** An output that is as wide as the terminal, where it minds. */
  abstract Output output(Writer out, int width, Style style, Hints hints);

  Output output(Shell shell, Hints hints) {
    return output(shell.out(), shell.width(), shell.style(), hints);
  }

  @Override
  public Output output(Shell shell) {
    return output(shell, Hints.COMMAND_LINE);
  }

  static Format named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.toString().equalsIgnoreCase(name))
        .findAny()
        .orElseThrow(() -> new WrongCommand("\\format takes one of " + Arrays.toString(values())));
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
