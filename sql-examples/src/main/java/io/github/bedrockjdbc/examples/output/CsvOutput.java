package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** RFC 4180 with a header; NULL is an empty field, unless it has a text. */
public final class CsvOutput implements Output {
  private final CSVPrinter printer;
  private final Look look;

  public CsvOutput(Writer out, Look look) {
    this.look = look;
    try {
      printer = new CSVPrinter(out, CSVFormat.RFC4180);
    } catch (IOException e) {
      throw new IllegalStateException("A format without a header writes nothing", e);
    }
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    if (!look.areRowsAlone()) {
      printer.printRecord(columns.stream().map(Column::label));
    }
  }

  @Override
  public void row(List<String> values) throws IOException {
    printer.printRecord(
        values.stream().map(value -> value == null ? look.nulls().orElse(null) : value));
  }

  @Override
  public void end(long rows) {}
}
