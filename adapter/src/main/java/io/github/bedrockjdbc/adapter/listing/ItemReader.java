package io.github.bedrockjdbc.adapter.listing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.adapter.api.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads all of a JSON object: texts, whole numbers, truth values, lists and maps; no nulls. */
final class ItemReader implements ObjectReader<Map<String, Object>> {
  @Override
  public Map<String, Object> read(JsonParser parser) throws IOException {
    final Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      final String name = parser.currentName();
      parser.nextToken();
      final Object value = value(parser);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> read(parser);
      case START_ARRAY -> list(parser);
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private List<Object> list(JsonParser parser) throws IOException {
    final List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      final Object value = value(parser);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
