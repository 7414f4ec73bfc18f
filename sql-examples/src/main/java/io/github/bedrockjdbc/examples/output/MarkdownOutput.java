package io.github.bedrockjdbc.examples.output;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/** A table for a document or an issue; NULL is an empty cell, unless it has a text. */
public final class MarkdownOutput implements Output {
  private final Writer out;
  private final Look look;

  public MarkdownOutput(Writer out, Look look) {
    this.out = out;
    this.look = look;
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    if (!look.areRowsAlone()) {
      line(columns.stream().map(Column::label).map(this::cell));
      line(columns.stream().map(column -> column.isNumber() ? "---:" : "---"));
    }
  }

  @Override
  public void row(List<String> values) throws IOException {
    line(values.stream().map(this::cell));
  }

  @Override
  public void end(long rows) {}

  private void line(Stream<String> cells) throws IOException {
    out.write(cells.collect(joining(" | ", "| ", " |\n")));
  }

  private String cell(String value) {
    final String text = value == null ? look.nulls().orElse("") : value;
    return Text.printable(text.replaceAll("\\R", " ")).replace("\\", "\\\\").replace("|", "\\|");
  }
}
