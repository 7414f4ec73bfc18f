package io.github.bedrockjdbc.driver.parameter;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.runtime.TextLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * What a stream of UTF-8 or a reader gives. No more is read than is taken, because what follows may
 * be meant for the next parameter.
 *
 * @param source an {@link InputStream} or {@link Reader}; null for SQL's NULL
 * @param length how many bytes or characters; {@link #TO_THE_END} for all
 */
public record Streamed(Object source, long length) {
  public static final long TO_THE_END = Long.MAX_VALUE;

  /** Of bytes, since a code point has at most four of them. */
  private static final long MOST_BYTES = 4L * TextLimit.MOST_CHARACTERS;

  private static final int STEP = 8_192;

  static boolean isStream(Object value) {
    return value instanceof InputStream || value instanceof Reader;
  }

  /** The text, or null; the source is read by this. */
  public String text() throws SQLException {
    SqlErrors.checkNotNegative(length, "a length");
    try {
      return source instanceof Reader reader
          ? characters(reader)
          : source instanceof InputStream stream ? utf8(bytes(stream)) : null;
    } catch (IOException e) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT, "the stream of the parameter cannot be read", e);
    }
  }

  private String characters(Reader reader) throws IOException, SQLException {
    final StringBuilder text = new StringBuilder();
    final char[] step = new char[STEP];
    while (text.length() < length) {
      final int read = reader.read(step, 0, (int) Math.min(STEP, length - text.length()));
      if (read < 0) {
        checkComplete(text.length(), "characters");
        break;
      }
      text.append(step, 0, read);
      checkSize(text.length(), TextLimit.MOST_CHARACTERS);
    }
    return text.toString();
  }

  private byte[] bytes(InputStream stream) throws IOException, SQLException {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final byte[] step = new byte[STEP];
    while (bytes.size() < length) {
      final int read = stream.read(step, 0, (int) Math.min(STEP, length - bytes.size()));
      if (read < 0) {
        checkComplete(bytes.size(), "bytes");
        break;
      }
      bytes.write(step, 0, read);
      checkSize(bytes.size(), MOST_BYTES);
    }
    return bytes.toByteArray();
  }

  private void checkComplete(int read, String what) throws SQLException {
    if (length != TO_THE_END) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT,
          "the stream ends after " + read + " " + what + ", before its length of " + length);
    }
  }

  private static void checkSize(int size, long most) throws SQLException {
    if (size > most) {
      throw SqlErrors.of(
          SqlState.TEXT_TOO_LONG,
          "a text has at most " + TextLimit.MOST_CHARACTERS + " characters, the stream has more");
    }
  }

  /** Bytes as text; what is none is refused, because other characters would compare as others. */
  static String utf8(byte[] bytes) throws SQLException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw SqlErrors.of(SqlState.INVALID_CAST, "the bytes are not valid UTF-8", e);
    }
  }
}
