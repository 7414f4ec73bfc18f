package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.AutoOutput;
import io.github.bedrockjdbc.examples.output.CsvOutput;
import io.github.bedrockjdbc.examples.output.Hints;
import io.github.bedrockjdbc.examples.output.JsonOutput;
import io.github.bedrockjdbc.examples.output.Look;
import io.github.bedrockjdbc.examples.output.MarkdownOutput;
import io.github.bedrockjdbc.examples.output.Output;
import io.github.bedrockjdbc.examples.output.TableOutput;
import io.github.bedrockjdbc.examples.output.VerticalOutput;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How rows are shown. */
enum Format implements Outputs {
  TABLE(TableOutput::new),
  AUTO(AutoOutput::new),
  CSV(CsvOutput::new),
  JSON((out, look) -> new JsonOutput(out)),
  MARKDOWN(MarkdownOutput::new),
  VERTICAL(VerticalOutput::new);

  @SuppressWarnings("ImmutableEnumChecker") // constructors, which keep nothing
  private final BiFunction<Writer, Look, Output> outputs;

  Format(BiFunction<Writer, Look, Output> outputs) {
    this.outputs = outputs;
  }

  Output output(Writer out, Look look) {
    return outputs.apply(out, look);
  }

  @Override
  public Output output(Shell shell) {
    return output(shell.out(), Look.usual(shell.width(), shell.style(), Hints.COMMAND_LINE));
  }

  static Optional<Format> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.toString().equalsIgnoreCase(name))
        .findAny();
  }

  /** Reads it on the command line. */
  static final class Converter implements ITypeConverter<Format> {
    @Override
    public Format convert(String name) {
      return named(name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + name + "' is none of " + String.join(", ", Setting.FORMAT.accepted())));
    }
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
