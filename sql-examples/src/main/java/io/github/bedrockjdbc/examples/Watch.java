package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Runs the same statements again and again, until somebody interrupts it. */
final class Watch {
  private static final String CLEAR = "\u001b[H\u001b[2J";

  private final Duration every;
  private final Shell shell;

  Watch(Duration every, Shell shell) {
    this.every = every;
    this.shell = shell;
  }

  /** Ends with what fails the first time; later failures are told, and may pass. */
  void run(Runs statements) throws SQLException, IOException {
    boolean isFirst = true;
    while (true) {
      // All at once, so that a terminal does not flicker.
      final StringWriter screen = new StringWriter();
      try {
        statements.run(shell.withOut(screen));
      } catch (SQLException e) {
        if (isFirst) {
          throw e;
        }
        shell.sayError(e);
      }
      show(isFirst, screen.toString());
      isFirst = false;
      pause();
    }
  }

  private void show(boolean isFirst, String rows) throws IOException {
    if (shell.screen().output().getAsBoolean()) {
      final String head =
          String.format(
              Locale.ROOT,
              "%s, every %s; Ctrl-C stops",
              shell.clock().instant().truncatedTo(ChronoUnit.SECONDS),
              text(every));
      final String before = shell.canErase() ? CLEAR : isFirst ? "" : System.lineSeparator();
      shell.out().write(before + shell.style().faint(head) + "\n\n");
    } else if (!isFirst) {
      shell.out().write(System.lineSeparator());
    }
    shell.out().write(rows);
    shell.out().flush();
  }

  private void pause() {
    try {
      Thread.sleep(every.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static String text(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /** What is run. */
  interface Runs {
    void run(Shell shell) throws SQLException, IOException;
  }

  /** Reads {@code 10s}, {@code 500ms} and {@code 2m}. */
  static final class Interval implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m)");

    @Override
    public Duration convert(String text) {
      final Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is not an interval such as 10s, 2m or 500ms");
      }
      final long number = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(number);
        case "s" -> Duration.ofSeconds(number);
        default -> Duration.ofMinutes(number);
      };
    }
  }
}
