package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Runs the same statements again and again, until somebody interrupts it. */
final class Watch {
  private static final String CLEAR = "\u001b[H\u001b[2J";

  private final Duration every;
  private final int maxAge;
  private final boolean isAlone;
  private final Shell shell;

  /**
   * @param maxAge seconds that rows may be old
   * @param isAlone whether each round may take the place of the one before on the screen
   */
  Watch(Duration every, int maxAge, boolean isAlone, Shell shell) {
    this.every = every;
    this.maxAge = maxAge;
    this.isAlone = isAlone;
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
              "%s, every %s%s; Ctrl-C stops",
              shell.clock().instant().truncatedTo(ChronoUnit.SECONDS),
              text(every),
              maxAge == 0 ? "" : ", rows up to " + maxAge + "s old");
      final String before =
          isAlone && shell.canErase() ? CLEAR : isFirst ? "" : System.lineSeparator();
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
    private static final Duration USUAL = Duration.ofSeconds(2);

    @Override
    public Duration convert(String text) {
      return of(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is not an interval such as 10s, 2m or 500ms"));
    }

    /** Takes a number for seconds, and nothing for the two seconds that psql waits. */
    static Optional<Duration> ofCommand(String text) {
      if (text.isEmpty()) {
        return Optional.of(USUAL);
      }
      return text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")
          ? Optional.of(Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact()))
              .filter(interval -> !interval.isZero())
          : of(text);
    }

    private static Optional<Duration> of(String text) {
      final Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      final long number = Long.parseLong(matcher.group(1));
      return Optional.of(
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
          });
    }
  }
}
