package io.github.bedrockjdbc.examples.output;

import java.io.IOException;
import java.util.List;

/** Where the rows of one result go, each as it comes. */
public interface Output {
  void begin(List<Column> columns) throws IOException;

  /** Takes the values as JDBC's text, null for NULL. */
  void row(List<String> values) throws IOException;

  void end(long rows) throws IOException;
}
