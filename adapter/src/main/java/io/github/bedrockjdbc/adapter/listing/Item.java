package io.github.bedrockjdbc.adapter.listing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing in an answer.
 *
 * @param fields as {@link ItemReader} gives them
 * @param region that was asked
 */
record Item(Map<String, Object> fields, String region) {
  private static final JsonFactory JSON = new JsonFactory();

  /** A field's text; null if it is not there. */
  String text(String name) {
    return (String) typed(fields, name, String.class, "a text").orElse(null);
  }

  /** A text that every such thing has. */
  String required(String name) {
    return (String) typed(fields, name, String.class, "a text").orElseThrow(() -> missing(name));
  }

  Object truth(String name) {
    return typed(fields, name, Boolean.class, "true or false").orElse(null);
  }

  /** A field inside another one; null if either is not there. */
  Object inner(String outer, String name) {
    return typed(fields, outer, Map.class, "an object")
        .flatMap(map -> typed((Map<?, ?>) map, name, String.class, "a text"))
        .orElse(null);
  }

  /** The elements of a list; none if it is not there. */
  List<?> list(String name) {
    return (List<?>) typed(fields, name, List.class, "a list").orElse(List.of());
  }

  /** A list as a JSON array; null if it is not there. */
  String json(String name) {
    return fields.containsKey(name) ? json(list(name)) : null;
  }

  static String json(List<?> texts) {
    final StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (Object each : texts) {
        json.writeString(String.valueOf(each));
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Milliseconds since 1970 of a time as the service writes it; null for null. */
  static Long time(Object text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse((String) text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw bad("'" + PlainText.of((String) text, PlainText.LONGEST_QUOTE) + "' is not a time");
    }
  }

  private static Optional<Object> typed(
      Map<?, ?> fields, String name, Class<?> type, String expected) {
    final Object value = fields.get(name);
    if (value != null && !type.isInstance(value)) {
      throw bad("'" + name + "' is not " + expected);
    }
    return Optional.ofNullable(value);
  }

  private static ApiException missing(String name) {
    return bad("'" + name + "' is missing");
  }

  private static ApiException bad(String text) {
    return new ApiException(Kind.BAD_ANSWER, "The service's list cannot be used: " + text);
  }
}
