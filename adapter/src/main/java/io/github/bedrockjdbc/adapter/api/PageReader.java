package io.github.bedrockjdbc.adapter.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads a page of a list. The service may leave out a list that is empty, but what has neither list
 * nor token and yet holds something is none: to take it for an empty page would end a walk without
 * a word.
 */
public final class PageReader<R> implements ObjectReader<Page<R>> {
  private static final String TOKEN = "nextToken";

  private final String items;
  private final String list;
  private final String token;
  private final ObjectReader<R> reader;
  private final Optional<Predicate<Optional<String>>> arrival;

  /**
   * Of a list whose next page begins at {@code nextToken}.
   *
   * @param items what the list holds, for people, such as {@code jobs}
   * @param list the field that holds it
   * @param reader of one of the list's objects
   */
  public PageReader(String items, String list, ObjectReader<R> reader) {
    this(items, list, TOKEN, reader);
  }

  /**
   * The same, for whoever wants the next page before the rows of this one are made.
   *
   * @param arrival told of each answer when it is here and not read yet, with where the next page
   *     begins if that is seen at once; whether the next page was asked for
   */
  PageReader(
      String items, String list, ObjectReader<R> reader, Predicate<Optional<String>> arrival) {
    this(items, list, TOKEN, reader, Optional.of(arrival));
  }

  /**
   * @param token the field that says where the next page begins
   */
  public PageReader(String items, String list, String token, ObjectReader<R> reader) {
    this(items, list, token, reader, Optional.empty());
  }

  private PageReader(
      String items,
      String list,
      String token,
      ObjectReader<R> reader,
      Optional<Predicate<Optional<String>>> arrival) {
    this.arrival = arrival;
    this.items = items;
    this.list = list;
    this.token = token;
    this.reader = reader;
  }

  @Override
  public boolean arrived(byte[] body, int length) {
    return arrival.isPresent() && arrival.get().test(EarlyToken.find(body, length, token));
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
      if (name.equals(list)) {
        once(name, rows == null);
        rows = items(parser);
      } else if (name.equals(token)) {
        once(name, !hasToken);
        hasToken = true;
        nextToken = token(parser);
      } else if (name.equals("__type")) {
        errorType = Optional.of(value == JsonToken.VALUE_STRING ? parser.getText() : "");
        parser.skipChildren();
      } else {
        hasOther = true;
        parser.skipChildren();
      }
    }
    if (rows == null && (errorType.isPresent() || (hasOther && !hasToken))) {
      final String but = errorType.map(PageReader::but).orElse("");
      throw noList("is missing" + but);
    }
    return new Page<>(rows == null ? List.of() : rows, nextToken);
  }

  private ApiException noList(String why) {
    return bad("the response is not a list of " + items + ": '" + list + "' " + why);
  }

  private static void once(String name, boolean isFirst) {
    if (!isFirst) {
      throw bad("the response is ambiguous: '" + name + "' occurs twice");
    }
  }

  private List<R> items(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return List.of();
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw noList("is of an unexpected type");
    }
    final List<R> rows = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw noList("holds no objects");
      }
      rows.add(reader.read(parser));
    }
    return rows;
  }

  /** A token that could not be sent back as it is would lead to another page, or to none. */
  private Optional<String> token(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw bad(
          "the response has a '" + token + "' that cannot be sent: it is of an unexpected type");
    }
    final String next = parser.getText();
    if (next.isEmpty() && !token.equals(TOKEN)) {
      return Optional.empty(); // the service of tags ends its lists so
    }
    final String wrong =
        next.isEmpty()
            ? "it is empty"
            : next.codePoints().anyMatch(PageReader::isNoCharacter)
                ? "it holds a blank or control character"
                : RequestParameter.NEXT_TOKEN.accepts(next)
                    ? ""
                    : "it has " + next.length() + " characters";
    if (!wrong.isEmpty()) {
      throw bad("the response has a '" + token + "' that cannot be sent: " + wrong);
    }
    return Optional.of(next);
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
