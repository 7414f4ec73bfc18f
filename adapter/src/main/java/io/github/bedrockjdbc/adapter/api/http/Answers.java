package io.github.bedrockjdbc.adapter.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ObjectReader;
import io.github.bedrockjdbc.adapter.api.transport.Body;
import io.github.bedrockjdbc.adapter.api.transport.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Reads the JSON of successes; what cannot be read is refused with what is wrong with it. */
final class Answers {
  private final JsonFactory json;

  Answers(JsonFactory json) {
    this.json = json;
  }

  /** What the reader makes of the object that is the answer. */
  <T> T read(Call call, Response answer, ObjectReader<T> reader) {
    final Body body = answer.body();
    if (body.isCut()) {
      throw failure(
          Kind.BAD_ANSWER,
          call,
          answer,
          "the response is larger than "
              + Body.MOST_MEBIBYTES
              + " MiB, the maximum that is read"
              + (call.isList() ? "; a smaller pageSize asks for less" : ""),
          null);
    }
    final boolean isReliedOn = reader.arrived(body.bytes(), body.length());
    try (JsonParser parser = json.createParser(body.bytes(), 0, body.length())) {
      return whole(parser, reader);
    } catch (JsonEOFException e) {
      throw failure(
          isReliedOn ? Kind.BAD_ANSWER : Kind.CONNECTION_LOST, // which is worth another try
          call,
          answer,
          "the response is truncated",
          e);
    } catch (StreamConstraintsException e) {
      throw failure(Kind.BAD_ANSWER, call, answer, "the response contains " + excess(e), e);
    } catch (JsonProcessingException e) { // its text quotes the answer
      throw failure(Kind.BAD_ANSWER, call, answer, "the response is not JSON" + place(e), null);
    } catch (ApiException e) {
      throw failure(e.kind(), call, answer, e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw failure(Kind.BAD_ANSWER, call, answer, "the response cannot be read", e);
    }
  }

  private static <T> T whole(JsonParser parser, ObjectReader<T> reader) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new ApiException(Kind.BAD_ANSWER, "the response is not a JSON object");
    }
    final T read = reader.read(parser);
    boolean isOver;
    try {
      isOver = parser.nextToken() == null;
    } catch (JsonProcessingException more) {
      isOver = false;
    }
    if (!isOver) {
      throw new ApiException(Kind.BAD_ANSWER, "the response has data after its end");
    }
    return read;
  }

  /** The parser's own words name the settings of the parser. */
  private static String excess(StreamConstraintsException e) {
    final String text = String.valueOf(e.getMessage());
    final StreamReadConstraints most = StreamReadConstraints.defaults();
    if (text.contains("NestingDepth")) {
      return "values nested deeper than " + most.getMaxNestingDepth();
    }
    if (text.contains("NameLength")) {
      return "a name of more than " + most.getMaxNameLength() + " characters";
    }
    if (text.contains("NumberLength")) {
      return "a number of more than " + most.getMaxNumberLength() + " digits";
    }
    return "more than is read";
  }

  private static String place(JsonProcessingException e) {
    final JsonLocation at = e.getLocation();
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static ApiException failure(
      Kind kind, Call call, Response answer, String text, Exception cause) {
    return new ApiException(
        kind,
        kind.name(),
        call.failed() + ": " + text + " " + call.where(answer),
        answer.statusCode(),
        Duration.ZERO,
        Call.requestId(answer),
        Optional.empty(),
        cause);
  }
}
