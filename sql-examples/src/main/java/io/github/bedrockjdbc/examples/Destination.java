package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.script.WrongCommand;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where rows go: to the shell's own output, or to a file in its place. */
final class Destination implements AutoCloseable {
  private final Shell shell;
  private Writer file;

  Destination(Shell shell) {
    this.shell = shell;
  }

  Shell shell() {
    return file == null ? shell : shell.withFile(file);
  }

  /**
   * From now on.
   *
   * @param name of a file, which is written anew; empty for the shell's own output
   */
  void change(String name) throws IOException {
    close();
    if (!name.isEmpty()) {
      try {
        file = Files.newBufferedWriter(path(name));
      } catch (IOException e) {
        throw new WrongCommand("Cannot write " + name, e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      final Writer written = file;
      file = null;
      written.close();
    }
  }

  /** As shells read a name: in quotes, or from the user's folder. */
  static Path path(String name) {
    final String plain = name.replaceFirst("^(['\"])(.*)\\1$", "$2");
    return plain.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), plain.substring(2))
        : Path.of(plain);
  }
}
