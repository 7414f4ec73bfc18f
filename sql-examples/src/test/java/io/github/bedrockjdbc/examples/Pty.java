package io.github.bedrockjdbc.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command on a pseudo-terminal, which {@code script} of util-linux opens. */
final class Pty implements AutoCloseable {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final StringBuilder screen = new StringBuilder();
  private final Thread reader = new Thread(this::read, "screen");
  private boolean isEnd;
  private String device;

  private Pty(Process process) {
    this.process = process;
    reader.setDaemon(true);
    reader.start();
  }

  static boolean isThere() {
    return Files.isExecutable(SCRIPT);
  }

  /**
   * Starts a command.
   *
   * @param columns as wide is the terminal at first
   */
  static Pty start(int columns, Map<String, String> environment, String command)
      throws IOException, InterruptedException {
    final String all = "stty rows 24 cols " + columns + " -echo; tty; " + command;
    // Whoever started the build may ignore interrupts, and so would what it starts.
    final ProcessBuilder builder =
        new ProcessBuilder(
            "env", "--default-signal=INT", SCRIPT.toString(), "-qfec", all, "/dev/null");
    // Shells differ in what they do after an interrupt that the command took for itself.
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().remove("COLUMNS");
    builder.environment().remove("NO_COLOR");
    builder.environment().putAll(environment);
    final Pty pty = new Pty(builder.redirectErrorStream(true).start());
    pty.device = pty.await("\n").strip();
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

  /** What has been shown since the last call, up to the end of a text. */
  synchronized String await(String text) throws InterruptedException {
    final long end = System.nanoTime() + PATIENCE;
    while (screen.indexOf(text) < 0) {
      final long left = end - System.nanoTime();
      if (left <= 0 || isEnd) {
        throw new AssertionError("no " + text + " in " + screen);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return taken(screen.indexOf(text) + text.length());
  }

  /** All that is shown until the command ends. */
  synchronized String rest() throws InterruptedException {
    final long end = System.nanoTime() + PATIENCE;
    while (!isEnd) {
      final long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("no end of " + screen);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return taken(screen.length());
  }

  private String taken(int length) {
    final String shown = screen.substring(0, length).replace("\r", "");
    screen.delete(0, length);
    return shown;
  }

  private void read() {
    final char[] characters = new char[4096];
    try (Reader output = new InputStreamReader(process.getInputStream(), UTF_8)) {
      for (int n = output.read(characters); n >= 0; n = output.read(characters)) {
        show(characters, n);
      }
    } catch (IOException e) {
      // the terminal is gone
    }
    end();
  }

  private synchronized void show(char[] characters, int count) {
    screen.append(characters, 0, count);
    notifyAll();
  }

  private synchronized void end() {
    isEnd = true;
    notifyAll();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
