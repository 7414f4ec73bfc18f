package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;

/** A text as a LOB, to be read only. */
public final class TextClob implements NClob {
  private String text;

  public TextClob(String text) {
    this.text = text;
  }

  @Override
  public long length() throws SQLException {
    return text().length();
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    final String whole = text();
    final int start = index(position, whole.length() + 1L);
    checkLength(length);
    return whole.substring(start, (int) Math.min(whole.length(), (long) start + length));
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return new StringReader(text());
  }

  /** Unlike a substring, this has to be there to its end. */
  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    final String whole = text();
    final int start = index(position, whole.length());
    checkLength(length);
    if (length > whole.length() - start) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT,
          "the CLOB has "
              + (whole.length() - start)
              + " characters from position "
              + position
              + " on, not "
              + length);
    }
    return new StringReader(whole.substring(start, start + (int) length));
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long position(String pattern, long start) throws SQLException {
    final String whole = text();
    checkPattern(pattern);
    final int from = index(start, Long.MAX_VALUE);
    final int found = from >= whole.length() ? -1 : whole.indexOf(pattern, from);
    return found < 0 ? -1 : found + 1L;
  }

  @Override
  public long position(Clob pattern, long start) throws SQLException {
    text();
    checkPattern(pattern);
    return position(pattern.getSubString(1, Math.toIntExact(pattern.length())), start);
  }

  @Override
  public int setString(long position, String string) throws SQLException {
    throw readOnly();
  }

  @Override
  public int setString(long position, String string, int offset, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    throw readOnly();
  }

  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    throw readOnly();
  }

  @Override
  public void truncate(long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void free() {
    text = null;
  }

  private String text() throws SQLException {
    if (text == null) {
      throw SqlErrors.of(SqlState.CLOSED, "the CLOB has been freed");
    }
    return text;
  }

  /** From JDBC's position, which counts from 1. */
  private static int index(long position, long last) throws SQLException {
    if (position < 1 || position > last) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT, "the CLOB has no position " + position);
    }
    return (int) Math.min(Integer.MAX_VALUE, position - 1);
  }

  private static void checkLength(long length) throws SQLException {
    if (length < 0) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT, "length " + length + " is negative");
    }
  }

  private static void checkPattern(Object pattern) throws SQLException {
    if (pattern == null) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT, "the search value is null");
    }
  }

  private static SQLException readOnly() {
    return SqlErrors.of(SqlState.READ_ONLY, "the CLOB is read-only");
  }
}
