package io.github.bedrockjdbc.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command on a pseudo-terminal, which {@code script} of util-linux opens. */
final class Pty implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

  private final Process process;
  private final StringBuilder seen = new StringBuilder();
  private String device;

  private Pty(Process process) {
    this.process = process;
  }

  static boolean isThere() {
    return Files.isExecutable(Path.of("/usr/bin/script"));
  }

  /**
   * Starts a command.
   *
   * @param columns as wide is the terminal at first
   */
  static Pty start(int columns, Map<String, String> environment, String command)
      throws IOException {
    final ProcessBuilder builder =
        new ProcessBuilder(
            "script", "-qfec", "stty cols " + columns + " -echo; tty; " + command, "/dev/null");
    builder.environment().remove("BEDROCK_JOBS_URL");
    builder.environment().remove("COLUMNS");
    builder.environment().remove("NO_COLOR");
    builder.environment().putAll(environment);
    final Pty pty = new Pty(builder.redirectErrorStream(true).start());
    pty.await("/dev/pts/");
    pty.device = pty.await("\n").replaceAll("(?s).*(/dev/pts/\\d+).*", "$1");
    return pty;
  }

  void type(String text) throws IOException {
    final OutputStream keys = process.getOutputStream();
    keys.write(text.getBytes(UTF_8));
    keys.flush();
  }

  void resize(int columns) throws IOException, InterruptedException {
    new ProcessBuilder("stty", "-F", device, "cols", String.valueOf(columns)).start().waitFor();
  }

  /** What has been shown until now since the last call, up to a text. */
  String await(String text) throws IOException {
    final long end = System.nanoTime() + PATIENCE;
    final InputStream screen = process.getInputStream();
    final StringBuilder shown = new StringBuilder();
    final byte[] bytes = new byte[1]; // no more than asked for, as what follows is for others
    while (shown.indexOf(text) < 0) {
      final int count = System.nanoTime() < end ? screen.read(bytes) : -1;
      if (count < 0) {
        throw new AssertionError("no " + text + " in " + shown);
      }
      shown.append((char) (bytes[0] & 0xFF));
    }
    final String decoded = new String(shown.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), UTF_8);
    seen.append(decoded);
    return decoded.replace("\r", "");
  }

  /** All that is shown until the command ends. */
  String rest() throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8).replace("\r", "");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
