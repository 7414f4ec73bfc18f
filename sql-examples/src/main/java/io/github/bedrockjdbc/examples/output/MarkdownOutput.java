package io.github.bedrockjdbc.examples.output;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/** A table for a document or an issue; NULL is an empty cell. */
public final class MarkdownOutput implements Output {
  private final Writer out;

  public MarkdownOutput(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    line(columns.stream().map(Column::label).map(MarkdownOutput::cell));
    line(columns.stream().map(column -> column.isNumber() ? "---:" : "---"));
  }

  @Override
  public void row(List<String> values) throws IOException {
    line(values.stream().map(MarkdownOutput::cell));
  }

  @Override
  public void end(long rows) {}

  private void line(Stream<String> cells) throws IOException {
    out.write(cells.collect(joining(" | ", "| ", " |\n")));
  }

  private static String cell(String value) {
    return value == null
        ? ""
        : Text.printable(value.replaceAll("\\R", " ")).replace("\\", "\\\\").replace("|", "\\|");
  }
}
