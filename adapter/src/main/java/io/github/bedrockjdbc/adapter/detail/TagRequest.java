package io.github.bedrockjdbc.adapter.detail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.ObjectReader;
import io.github.bedrockjdbc.adapter.api.Page;
import io.github.bedrockjdbc.adapter.api.PageReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The call that reads the tags of some jobs: a JSON object for each that has any, by ARN. */
final class TagRequest {
  /** The most that one call takes (API model: {@code ResourceARNListForGet}). */
  static final int MOST_ARNS = 100;

  private static final String TARGET = "ResourceGroupsTaggingAPI_20170126.GetResources";

  private static final JsonFactory JSON = new JsonFactory();

  private TagRequest() {}

  static ApiRequest<Map<String, String>> of(List<String> arns) {
    return new ApiRequest<>(
        ApiOperation.GET_RESOURCES,
        "Reading the tags of " + arns.size() + " jobs failed",
        "ResourceARNList=" + arns.get(0) + (arns.size() == 1 ? "" : ", … (" + arns.size() + ")"),
        "/",
        Optional.empty(),
        Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", TARGET),
        Optional.of(body(arns)),
        answer(),
        Map::size);
  }

  private static String body(List<String> arns) {
    final StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("ResourceARNList");
      for (String arn : arns) {
        json.writeString(arn);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static ObjectReader<Map<String, String>> answer() {
    final ObjectReader<Page<Tagged>> page =
        new PageReader<>(
            "tagged resources", "ResourceTagMappingList", "PaginationToken", TagRequest::tagged);
    return parser -> {
      final Page<Tagged> read = page.read(parser);
      if (read.nextToken().isPresent()) {
        throw new ApiException(
            Kind.BAD_ANSWER, "the response does not hold all that was asked for");
      }
      final Map<String, String> tagsByArn = new HashMap<>();
      read.rows().forEach(each -> tagsByArn.put(each.arn, each.tags));
      return tagsByArn;
    };
  }

  private static Tagged tagged(JsonParser parser) throws IOException {
    String arn = null;
    SortedMap<String, String> tags = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      final String name = parser.currentName();
      parser.nextToken();
      if (name.equals("ResourceARN")) {
        arn = text(parser);
      } else if (name.equals("Tags")) {
        tags = tags(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (arn == null) {
      throw new ApiException(Kind.BAD_ANSWER, "a resource without 'ResourceARN'");
    }
    return new Tagged(arn, json(tags));
  }

  private static SortedMap<String, String> tags(JsonParser parser) throws IOException {
    final SortedMap<String, String> tags = new TreeMap<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new ApiException(Kind.BAD_ANSWER, "'Tags' is not a list");
    }
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String key = null;
      String value = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        final String name = parser.currentName();
        parser.nextToken();
        if (name.equals("Key")) {
          key = text(parser);
        } else if (name.equals("Value")) {
          value = text(parser);
        } else {
          parser.skipChildren();
        }
      }
      if (key == null || value == null) {
        throw new ApiException(Kind.BAD_ANSWER, "a tag without 'Key' and 'Value'");
      }
      tags.put(key, value);
    }
    return tags;
  }

  private static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new ApiException(Kind.BAD_ANSWER, "'" + parser.currentName() + "' is not a text");
    }
    return parser.getText();
  }

  private static String json(SortedMap<String, String> tags) throws IOException {
    final StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> tag : tags.entrySet()) {
        json.writeStringField(tag.getKey(), tag.getValue());
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private record Tagged(String arn, String tags) {}
}
