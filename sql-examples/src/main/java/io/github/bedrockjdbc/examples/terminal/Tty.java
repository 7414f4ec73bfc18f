package io.github.bedrockjdbc.examples.terminal;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** Whether the process is at a terminal. {@code System.console()} tells less, and lies on 22. */
final class Tty {
  private Tty() {}

  static boolean isInput() {
    return provider().filter(p -> p.isSystemStream(SystemStream.Input)).isPresent();
  }

  static boolean isOutput() {
    return provider().filter(p -> p.isSystemStream(SystemStream.Output)).isPresent();
  }

  static boolean isErrorOutput() {
    return provider().filter(p -> p.isSystemStream(SystemStream.Error)).isPresent();
  }

  /** Columns of the terminal that shows the output; empty if none does or it does not tell. */
  static OptionalInt outputWidth() {
    return provider()
        .filter(p -> p.isSystemStream(SystemStream.Output))
        .map(p -> p.systemStreamWidth(SystemStream.Output))
        .filter(width -> width > 0)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static Optional<TerminalProvider> provider() {
    try {
      return Optional.of(TerminalProvider.load("jni"));
    } catch (IOException | LinkageError e) {
      return Optional.empty(); // no native code for this platform
    }
  }
}
