package io.github.bedrockjdbc.driver.value;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TextClobTest {
  @Test
  void readsFromPositionOne() throws Exception {
    final NClob clob = new TextClob("abcabc");

    assertThat(clob.length()).isEqualTo(6);
    assertThat(clob.getSubString(1, 3)).isEqualTo("abc");
    assertThat(clob.getSubString(5, Integer.MAX_VALUE)).isEqualTo("bc");
    assertThat(clob.getSubString(7, 1)).isEmpty();
    assertThat(clob.position("b", 1)).isEqualTo(2);
    assertThat(clob.position("b", 3)).isEqualTo(5);
    assertThat(clob.position(new TextClob("ca"), 1)).isEqualTo(3);
    assertThat(clob.position("x", 1)).isEqualTo(-1);
    assertThat(clob.position("a", 7)).isEqualTo(-1);
    assertThat(clob.position("a", Long.MAX_VALUE)).isEqualTo(-1);
    assertThat(new BufferedReader(clob.getCharacterStream(1, 6)).readLine()).isEqualTo("abcabc");
    assertThat(clob.getCharacterStream(6, 0).read()).isEqualTo(-1);
    assertThat(new BufferedReader(clob.getCharacterStream(2, 2)).lines()).containsExactly("bc");
    assertThat(clob.getAsciiStream()).hasContent("abcabc");
  }

  @Test
  void refusesTheRest() throws SQLException {
    final NClob clob = new TextClob("abc");

    assertThat(stateOf(() -> clob.getSubString(0, 1))).isEqualTo("HY024");
    assertThat(stateOf(() -> clob.getSubString(5, 1))).isEqualTo("HY024");
    assertThat(stateOf(() -> clob.getSubString(1, -1))).isEqualTo("HY024");
    assertThat(stateOf(() -> clob.getCharacterStream(1, -1))).isEqualTo("HY024");
    for (long[] part :
        new long[][] {{0, 1}, {-1, 1}, {4, 0}, {4, 1}, {1, 4}, {3, 2}, {1, 1L << 32}}) {
      assertThat(stateOf(() -> clob.getCharacterStream(part[0], part[1]))).isEqualTo("HY024");
    }
    for (long start : new long[] {0, -1, Long.MIN_VALUE}) {
      assertThat(stateOf(() -> clob.position("a", start))).isEqualTo("HY024");
      assertThat(stateOf(() -> clob.position(clob, start))).isEqualTo("HY024");
    }
    assertThat(stateOf(() -> clob.position((String) null, 1))).isEqualTo("HY024");
    assertThat(stateOf(() -> clob.position((Clob) null, 1))).isEqualTo("HY024");
    assertThat(stateOf(() -> clob.setString(1, "x"))).isEqualTo("25006");
    assertThat(stateOf(() -> clob.truncate(1))).isEqualTo("25006");
    clob.free();
    clob.free();
    assertThat(stateOf(clob::length)).isEqualTo("HY010");
  }
}
