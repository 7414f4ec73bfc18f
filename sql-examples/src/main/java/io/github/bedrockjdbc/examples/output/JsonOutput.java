package io.github.bedrockjdbc.examples.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An array with one object on each line; times are ISO 8601 in UTC, names distinct. */
public final class JsonOutput implements Output {
  private final JsonGenerator json;
  private List<Column> columns = List.of();
  private List<String> names = List.of();

  public JsonOutput(Writer out) {
    try {
      json = new JsonFactory().createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Spacing.AFTER)
                    .withObjectEntrySpacing(Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withArrayIndenter(new DefaultIndenter("", "\n"))
            .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter()));
  }

  @Override
  public void begin(List<Column> newColumns) throws IOException {
    columns = newColumns;
    names = distinct(columns);
    json.writeStartArray();
  }

  @Override
  public void row(List<String> values) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < values.size(); i++) {
      json.writeFieldName(names.get(i));
      write(columns.get(i).kind(), values.get(i));
    }
    json.writeEndObject();
    json.flush();
  }

  @Override
  public void end(long rows) throws IOException {
    json.writeEndArray();
    json.writeRaw('\n');
    json.flush();
  }

  /** Of fields with one name, readers keep one. */
  private static List<String> distinct(List<Column> columns) {
    final Set<String> names = new LinkedHashSet<>();
    for (Column column : columns) {
      String name = column.label();
      for (int i = 2; !names.add(name); i++) {
        name = column.label() + "_" + i;
      }
    }
    return List.copyOf(names);
  }

  private void write(Column.Kind kind, String value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (kind == Column.Kind.NUMBER && !value.matches("NaN|-?Infinity")) {
      json.writeNumber(value);
    } else if (kind == Column.Kind.BOOLEAN) {
      json.writeBoolean(Boolean.parseBoolean(value));
    } else if (kind == Column.Kind.TIMESTAMP) {
      json.writeString(value.replace(' ', 'T') + "Z");
    } else {
      json.writeString(value);
    }
  }
}
