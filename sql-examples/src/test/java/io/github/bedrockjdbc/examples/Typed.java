package io.github.bedrockjdbc.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.examples.age.MaxAge;
import io.github.bedrockjdbc.examples.terminal.Screen;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/**
 * What the prompt shows of lines that are typed.
 *
 * @param screen without carriage returns
 * @param err what stands beside it
 */
record Typed(String screen, String err) {
  /**
   * Types all at once, on a terminal without escapes.
   *
   * @param home where the history goes
   */
  static Typed at(String url, MaxAge maxAge, Path home, String lines)
      throws SQLException, IOException {
    return at(url, maxAge, home, new ByteArrayInputStream(lines.getBytes(UTF_8)), terminal -> {});
  }

  /**
   * @param lines as they come
   * @param use is given the terminal before anything is read
   */
  static Typed at(String url, MaxAge maxAge, Path home, InputStream lines, Consumer<Terminal> use)
      throws SQLException, IOException {
    final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    final StringWriter err = new StringWriter();
    final Shell shell =
        new Shell(
            Reader.nullReader(),
            Writer.nullWriter(),
            new PrintWriter(err, true),
            Map.of("XDG_STATE_HOME", home.toString(), "TERM", "dumb"),
            new Screen(() -> true, () -> true, () -> false, () -> 100),
            Run.DEMO_TIME);
    try (Terminal terminal = new DumbTerminal("test", "dumb", lines, screen, UTF_8);
        Database database = Database.open(url, maxAge);
        Session session = new Session(database)) {
      use.accept(terminal);
      assertThat(Prompt.run(session, shell, Format.TABLE, Mode.USUAL, terminal)).isZero();
    }
    return new Typed(screen.toString(UTF_8).replace("\r", ""), err.toString());
  }
}
