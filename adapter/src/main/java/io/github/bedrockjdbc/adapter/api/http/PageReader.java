package io.github.bedrockjdbc.adapter.api.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.JobReader;
import io.github.bedrockjdbc.adapter.api.Page;
import io.github.bedrockjdbc.adapter.api.PlainText;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a page of jobs. The service may leave out a list that is empty, but what has neither list
 * nor token and yet holds something is none: to take it for an empty page would end a walk without
 * a word.
 */
final class PageReader<R> implements JobReader<Page<R>> {
  private static final String JOBS = "invocationJobSummaries";
  private static final String TOKEN = "nextToken";

  private final JobReader<R> reader;

  PageReader(JobReader<R> reader) {
    this.reader = reader;
  }

  @Override
  public Page<R> read(JsonParser parser) throws IOException {
    List<R> rows = null;
    boolean hasToken = false;
    Optional<String> nextToken = Optional.empty();
    boolean hasOther = false;
    Optional<String> errorType = Optional.empty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      final String name = parser.currentName();
      final JsonToken value = parser.nextToken();
      switch (name) {
        case JOBS -> {
          once(name, rows == null);
          rows = jobs(parser);
        }
        case TOKEN -> {
          once(name, !hasToken);
          hasToken = true;
          nextToken = token(parser);
        }
        case "__type" -> {
          errorType = Optional.of(value == JsonToken.VALUE_STRING ? parser.getText() : "");
          parser.skipChildren();
        }
        default -> {
          hasOther = true;
          parser.skipChildren();
        }
      }
    }
    if (rows == null && (errorType.isPresent() || (hasOther && !hasToken))) {
      final String but = errorType.map(PageReader::but).orElse("");
      throw bad("the response is not a list of jobs: '" + JOBS + "' is missing" + but);
    }
    return new Page<>(rows == null ? List.of() : rows, nextToken);
  }

  private static void once(String name, boolean isFirst) {
    if (!isFirst) {
      throw bad("the response is ambiguous: '" + name + "' occurs twice");
    }
  }

  private List<R> jobs(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return List.of();
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw bad("the response is not a list of jobs: '" + JOBS + "' is of an unexpected type");
    }
    final List<R> rows = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw bad("the response is not a list of jobs: '" + JOBS + "' holds no objects");
      }
      rows.add(reader.read(parser));
    }
    return rows;
  }

  /** A token that could not be sent back as it is would lead to another page, or to none. */
  private static Optional<String> token(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw bad(
          "the response has a '" + TOKEN + "' that cannot be sent: it is of an unexpected type");
    }
    final String token = parser.getText();
    final String wrong =
        token.isEmpty()
            ? "it is empty"
            : token.codePoints().anyMatch(PageReader::isNoCharacter)
                ? "it holds a blank or control character"
                : RequestParameter.NEXT_TOKEN.accepts(token)
                    ? ""
                    : "it has " + token.length() + " characters";
    if (!wrong.isEmpty()) {
      throw bad("the response has a '" + TOKEN + "' that cannot be sent: " + wrong);
    }
    return Optional.of(token);
  }

  private static boolean isNoCharacter(int c) {
    return Character.isWhitespace(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE;
  }

  private static String but(String type) {
    return ", but '__type' is '" + PlainText.of(type, PlainText.LONGEST_QUOTE) + "'";
  }

  private static ApiException bad(String text) {
    return new ApiException(Kind.BAD_ANSWER, text);
  }
}
