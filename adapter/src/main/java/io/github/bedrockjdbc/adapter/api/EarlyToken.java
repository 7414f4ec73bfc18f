package io.github.bedrockjdbc.adapter.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds where the next page begins among the bytes of an answer, before its rows are made: as the
 * first or the last member of the answer, the two places where it costs next to nothing to look. In
 * an answer that is JSON, what is found is that member, and not a part of another one: an unescaped
 * quote begins or ends a text, and which of the two is known next to a brace.
 */
final class EarlyToken {
  private final byte[] body;
  private final int length;
  private final byte[] name;

  private EarlyToken(byte[] body, int length, String field) {
    this.body = body;
    this.length = length;
    this.name = ('"' + field + '"').getBytes(StandardCharsets.US_ASCII);
  }

  /** Empty if it is elsewhere, is not there, or may not be one to send back as it is. */
  static Optional<String> find(byte[] body, int length, String field) {
    return new EarlyToken(body, length, field).find();
  }

  private Optional<String> find() {
    final int end = before(length);
    if (at(end) != '}') {
      return Optional.empty(); // cut off
    }
    final Optional<String> last = last(end);
    return last.isPresent() ? last : first();
  }

  private Optional<String> last(int brace) {
    final int end = before(brace);
    final int start = at(end) == '"' ? startOfText(end) : -1;
    final int colon = before(start);
    final int nameEnd = at(colon) == ':' ? before(colon) + 1 : -1;
    final int nameStart = nameEnd - name.length;
    if (!isName(nameStart)) {
      return Optional.empty();
    }
    final int comma = at(before(nameStart));
    return comma == ',' || comma == '{' ? text(start, end) : Optional.empty();
  }

  private Optional<String> first() {
    final int brace = after(-1);
    final int nameStart = at(brace) == '{' ? after(brace) : -1;
    final int colon = isName(nameStart) ? after(nameStart + name.length - 1) : -1;
    final int start = at(colon) == ':' ? after(colon) : -1;
    final int end = at(start) == '"' ? endOfText(start) : -1;
    final int comma = at(after(end));
    return end > 0 && (comma == ',' || comma == '}') ? text(start, end) : Optional.empty();
  }

  private boolean isName(int start) {
    return start >= 0
        && start + name.length <= length
        && Arrays.equals(body, start, start + name.length, name, 0, name.length);
  }

  private Optional<String> text(int start, int end) {
    return end - start < 2
        ? Optional.empty()
        : Optional.of(new String(body, start + 1, end - start - 1, StandardCharsets.US_ASCII));
  }

  /** The quote at which a text ends that begins here; -1 if it holds what may stand for another. */
  private int endOfText(int start) {
    int at = start + 1;
    while (isPlain(at) && at - start <= RequestParameter.NEXT_TOKEN.longest()) {
      at++;
    }
    return at(at) == '"' ? at : -1;
  }

  private int startOfText(int end) {
    int at = end - 1;
    while (isPlain(at) && end - at <= RequestParameter.NEXT_TOKEN.longest()) {
      at--;
    }
    return at(at) == '"' ? at : -1;
  }

  private boolean isPlain(int at) {
    final int c = at(at);
    return c > ' ' && c <= '~' && c != '"' && c != '\\';
  }

  /** The next place, after one, that is no white space. */
  private int after(int place) {
    int at = place + 1;
    while (isSpace(at(at))) {
      at++;
    }
    return at;
  }

  private int before(int place) {
    int at = place - 1;
    while (isSpace(at(at))) {
      at--;
    }
    return at;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** 0 outside. */
  private int at(int place) {
    return place >= 0 && place < length ? body[place] : 0;
  }
}
