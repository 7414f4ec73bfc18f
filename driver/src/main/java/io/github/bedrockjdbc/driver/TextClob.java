package io.github.bedrockjdbc.driver;

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
final class TextClob implements NClob {
  private String text;

  TextClob(String text) {
    this.text = text;
  }

  @Override
  public long length() throws SQLException {
    return text().length();
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    final String whole = text();
    final int start = index(position);
    if (length < 0) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT, "length " + length + " is negative");
    }
    return whole.substring(start, (int) Math.min(whole.length(), (long) start + length));
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return new StringReader(text());
  }

  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    return new StringReader(
        getSubString(position, (int) Math.max(-1, Math.min(length, Integer.MAX_VALUE))));
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long position(String pattern, long start) throws SQLException {
    final int found = text().indexOf(pattern, index(start));
    return found < 0 ? -1 : found + 1L;
  }

  @Override
  public long position(Clob pattern, long start) throws SQLException {
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
      throw SqlErrors.of(SqlState.CLOSED, "the CLOB was freed");
    }
    return text;
  }

  /** From JDBC's position, which counts from 1; the position behind the end is allowed. */
  private int index(long position) throws SQLException {
    if (position < 1 || position > text().length() + 1L) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT, "the CLOB has no position " + position);
    }
    return (int) (position - 1);
  }

  private static SQLException readOnly() {
    return SqlErrors.of(SqlState.READ_ONLY, "the CLOB is read-only");
  }
}
