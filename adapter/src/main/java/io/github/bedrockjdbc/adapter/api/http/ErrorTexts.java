package io.github.bedrockjdbc.adapter.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.adapter.api.transport.Body;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of an error's body by their names, in the JSON or the XML that services answer. */
final class ErrorTexts {
  /** S3 writes a flat list of these; a parser for all of XML would follow what a body names. */
  private static final Pattern ELEMENT = Pattern.compile("<(Code|Message|Region)>([^<]*)</\\1>");

  private static final Map<String, String> ENTITIES =
      Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'");

  private final JsonFactory json;

  ErrorTexts(JsonFactory json) {
    this.json = json;
  }

  Map<String, String> ofJson(Body body) {
    final Map<String, String> texts = new HashMap<>();
    try (JsonParser parser = json.createParser(body.bytes(), 0, body.length())) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          final String name = parser.currentName();
          if (parser.nextToken() == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getText());
          }
          parser.skipChildren();
        }
      }
    } catch (IOException | RuntimeException notJson) {
      if (!body.isCut()) {
        texts.clear(); // a proxy's page: its status is all that is known
      }
    }
    return texts;
  }

  /** The first of each name. */
  static Map<String, String> ofXml(Body body) {
    final Map<String, String> texts = new HashMap<>();
    final Matcher element =
        ELEMENT.matcher(new String(body.bytes(), 0, body.length(), StandardCharsets.UTF_8));
    while (element.find()) {
      texts.putIfAbsent(element.group(1), plain(element.group(2)));
    }
    return texts;
  }

  private static String plain(String escaped) {
    String text = escaped;
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      text = text.replace(entity.getKey(), entity.getValue());
    }
    return text.replace("&amp;", "&");
  }
}
