package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** RFC 4180 with a header; NULL is an empty field. */
public final class CsvOutput implements Output {
  private final CSVPrinter printer;

  public CsvOutput(Writer out) {
    try {
      printer = new CSVPrinter(out, CSVFormat.RFC4180);
    } catch (IOException e) {
      throw new IllegalStateException("A format without a header writes nothing", e);
    }
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    printer.printRecord(columns.stream().map(Column::label));
  }

  @Override
  public void row(List<String> values) throws IOException {
    printer.printRecord(values);
  }

  @Override
  public void end(long rows) {}
}
