package io.github.bedrockjdbc.examples;

import java.io.Writer;
import java.util.Locale;

/** How rows are shown. */
enum Format {
  TABLE {
    @Override
    Output output(Writer out, int width) {
      return new TableOutput(out, width);
    }
  },
  CSV {
    @Override
    Output output(Writer out, int width) {
      return new CsvOutput(out);
    }
  },
  JSON {
    @Override
    Output output(Writer out, int width) {
      return new JsonOutput(out);
    }
  },
  MARKDOWN {
    @Override
    Output output(Writer out, int width) {
      return new MarkdownOutput(out);
    }
  },
  VERTICAL {
    @Override
    Output output(Writer out, int width) {
      return new VerticalOutput(out);
    }
  };

  /** An output that is as wide as the terminal, where it minds. */
  abstract Output output(Writer out, int width);

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
