package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a stream or reader, its length is read, no more and no less. */
class StreamLengthsTest {
  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(1);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  /** Each method that takes a length. */
  @SuppressWarnings("ImmutableEnumChecker") // the calls keep nothing
  private enum Setter {
    ASCII_INT((p, i, text, n) -> p.setAsciiStream(i, stream(text), (int) n)),
    ASCII_LONG((p, i, text, n) -> p.setAsciiStream(i, stream(text), n)),
    BINARY_INT((p, i, text, n) -> p.setBinaryStream(i, stream(text), (int) n)),
    BINARY_LONG((p, i, text, n) -> p.setBinaryStream(i, stream(text), n)),
    BLOB((p, i, text, n) -> p.setBlob(i, stream(text), n)),
    CHARACTER_INT((p, i, text, n) -> p.setCharacterStream(i, new StringReader(text), (int) n)),
    CHARACTER_LONG((p, i, text, n) -> p.setCharacterStream(i, new StringReader(text), n)),
    NCHARACTER((p, i, text, n) -> p.setNCharacterStream(i, new StringReader(text), n)),
    CLOB((p, i, text, n) -> p.setClob(i, new StringReader(text), n)),
    NCLOB((p, i, text, n) -> p.setNClob(i, new StringReader(text), n)),
    OBJECT_READER(
        (p, i, text, n) -> p.setObject(i, new StringReader(text), Types.LONGVARCHAR, (int) n)),
    OBJECT_STREAM((p, i, text, n) -> p.setObject(i, stream(text), Types.LONGVARBINARY, (int) n));

    private final Call call;

    Setter(Call call) {
      this.call = call;
    }
  }

  @FunctionalInterface
  private interface Call {
    void set(PreparedStatement statement, int index, String text, long length) throws SQLException;
  }

  private static PreparedStatement two() throws SQLException {
    return connection.prepareStatement("SELECT ?, ?");
  }

  @ParameterizedTest
  @EnumSource
  void endsAtItsLength(Setter setter) throws SQLException {
    try (PreparedStatement statement = two()) {
      setter.call.set(statement, 1, "Failedxyz", 6);
      setter.call.set(statement, 2, "Failed", 0);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("Failed|");
      setter.call.set(statement, 1, "x".repeat(20_000), 20_000);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("x".repeat(20_000) + "|");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesALengthThatIsNone(Setter setter) throws SQLException {
    try (PreparedStatement statement = two()) {
      assertThat(stateOf(() -> setter.call.set(statement, 1, "abc", -1))).isEqualTo("HY024");
      assertThat(stateOf(() -> setter.call.set(statement, 1, "abc", 4))).isEqualTo("HY024");
      assertThat(stateOf(() -> setter.call.set(statement, 1, "", Integer.MAX_VALUE)))
          .isEqualTo("HY024");
      assertThat(stateOf(() -> setter.call.set(statement, 3, "abc", -1))).isEqualTo("07009");
      assertThat(stateOf(statement::executeQuery)).isEqualTo("07002");
    }
  }

  @Test
  void leavesTheRestToTheNextParameter() throws SQLException {
    final Reader reader = new StringReader("Failedxyz");
    final InputStream stream = stream("Failedxyz");
    try (PreparedStatement statement = two()) {
      statement.setCharacterStream(1, reader, 6);
      statement.setClob(2, reader, 2);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("Failed|xy");
      statement.setCharacterStream(1, reader);
      statement.setAsciiStream(2, stream, 6);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("z|Failed");
      statement.setBinaryStream(1, stream);
      statement.setNCharacterStream(2, null, 5);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("xyz|null");
    }
  }

  @Test
  void isOfCharactersOrOfBytes() throws SQLException {
    try (PreparedStatement statement = two()) {
      statement.setCharacterStream(1, new StringReader("日本語"), 2);
      statement.setBinaryStream(2, stream("日本語"), 6);
      assertThat(Queries.lines(statement.executeQuery())).containsExactly("日本|日本");
      assertThat(stateOf(() -> statement.setBinaryStream(2, stream("日本語"), 4))).isEqualTo("22018");
    }
  }

  @Test
  void whatHasNoEndIsRefused() throws SQLException {
    try (PreparedStatement statement = two()) {
      assertThat(stateOf(() -> statement.setCharacterStream(1, endless()))).isEqualTo("54000");
      assertThat(stateOf(() -> statement.setClob(1, endless(), Long.MAX_VALUE - 1)))
          .isEqualTo("54000");
    }
  }

  @Test
  void whatCannotBeReadIsRefused() throws SQLException {
    final InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("broken");
          }
        };
    try (PreparedStatement statement = two()) {
      assertThat(stateOf(() -> statement.setBinaryStream(1, broken, 3))).isEqualTo("HY024");
      assertThat(stateOf(() -> statement.setAsciiStream(1, broken))).isEqualTo("HY024");
    }
  }

  private static Reader endless() {
    return new Reader() {
      @Override
      public int read(char[] buffer, int offset, int length) {
        return length;
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
