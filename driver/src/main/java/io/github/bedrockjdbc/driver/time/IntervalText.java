package io.github.bedrockjdbc.driver.time;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an interval as PostgreSQL reads it, {@code '1 day 02:03:04'} or {@code '1 year 2
 * mons'}: months, or milliseconds. Both at once is no interval of the standard.
 */
public record IntervalText(long months, BigDecimal millis, boolean hasMonths, boolean hasTime) {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
  private static final Pattern YEARS_MONTHS = Pattern.compile("([+-]?)(\\d+)-(\\d+)");
  private static final Pattern CLOCK =
      Pattern.compile("([+-]?)(\\d+):(\\d{1,2})(?::(\\d{1,2}(?:\\.\\d*)?))?");
  private static final Pattern TOGETHER = Pattern.compile("(?<=\\d)(?=[a-zA-Z])");

  private static final int MOST_CHARACTERS = 1000;

  private static final BigDecimal SECOND = BigDecimal.valueOf(1000);
  private static final BigDecimal MINUTE = SECOND.multiply(BigDecimal.valueOf(60));
  private static final BigDecimal HOUR = MINUTE.multiply(BigDecimal.valueOf(60));
  private static final BigDecimal DAY = HOUR.multiply(BigDecimal.valueOf(24));
  private static final BigDecimal YEAR = BigDecimal.valueOf(12);

  /** Nothing, if the text is no interval. */
  public static Optional<IntervalText> parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Parts(text).interval());
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What has been read so far. */
  private static final class Parts {
    private final String[] words;
    private int next;
    private BigDecimal months = BigDecimal.ZERO;
    private BigDecimal millis = BigDecimal.ZERO;
    private boolean hasMonths;
    private boolean hasTime;

    Parts(String text) {
      final String plain = text.strip().replaceFirst("^@\\s*", "").replaceFirst("(?i)\\s+ago$", "");
      this.words = TOGETHER.matcher(plain).replaceAll(" ").split("\\s+");
      while (next < words.length) {
        read();
      }
      if (text.toLowerCase(Locale.ROOT).strip().endsWith(" ago")) {
        months = months.negate();
        millis = millis.negate();
      }
    }

    IntervalText interval() {
      return new IntervalText(months.longValueExact(), millis, hasMonths, hasTime);
    }

    private void read() {
      final String word = words[next++];
      final Matcher clock = CLOCK.matcher(word);
      final Matcher yearsMonths = YEARS_MONTHS.matcher(word);
      if (clock.matches()) {
        hasTime = true;
        millis = millis.add(clock(clock));
      } else if (yearsMonths.matches()) {
        hasMonths = true;
        final BigDecimal sum =
            new BigDecimal(yearsMonths.group(2))
                .multiply(YEAR)
                .add(new BigDecimal(yearsMonths.group(3)));
        months = months.add(yearsMonths.group(1).equals("-") ? sum.negate() : sum);
      } else if (NUMBER.matcher(word).matches()) {
        number(new BigDecimal(word));
      } else {
        throw new IllegalArgumentException(word);
      }
    }

    private static BigDecimal clock(Matcher clock) {
      BigDecimal sum =
          new BigDecimal(clock.group(2)).multiply(HOUR).add(sixty(clock.group(3)).multiply(MINUTE));
      if (clock.group(4) != null) {
        sum = sum.add(sixty(clock.group(4)).multiply(SECOND));
      }
      return clock.group(1).equals("-") ? sum.negate() : sum;
    }

    private static BigDecimal sixty(String digits) {
      final BigDecimal value = new BigDecimal(digits);
      if (value.compareTo(BigDecimal.valueOf(60)) >= 0) {
        throw new IllegalArgumentException(digits);
      }
      return value;
    }

    /** With its unit: seconds at the end, days before a clock. */
    private void number(BigDecimal number) {
      if (next == words.length) {
        add(number, "s");
      } else if (CLOCK.matcher(words[next]).matches()) {
        add(number, "d");
      } else {
        add(number, words[next++].toLowerCase(Locale.ROOT));
      }
    }

    private void add(BigDecimal number, String unit) {
      switch (unit) {
        case "us", "usec", "usecs", "microsecond", "microseconds" ->
            time(number.divide(SECOND), BigDecimal.ONE);
        case "ms", "msec", "msecs", "millisecond", "milliseconds" -> time(number, BigDecimal.ONE);
        case "s", "sec", "secs", "second", "seconds" -> time(number, SECOND);
        case "m", "min", "mins", "minute", "minutes" -> time(number, MINUTE);
        case "h", "hr", "hrs", "hour", "hours" -> time(number, HOUR);
        case "d", "day", "days" -> days(number, BigDecimal.ONE);
        case "w", "week", "weeks" -> days(number, BigDecimal.valueOf(7));
        case "mon", "mons", "month", "months" -> months(number, BigDecimal.ONE);
        case "y", "yr", "yrs", "year", "years" -> months(number, YEAR);
        case "decade", "decades", "dec", "decs" -> months(number, BigDecimal.valueOf(120));
        case "c", "cent", "century", "centuries" -> months(number, BigDecimal.valueOf(1200));
        default -> throw new IllegalArgumentException(unit);
      }
    }

    private void time(BigDecimal number, BigDecimal unit) {
      hasTime = true;
      millis = millis.add(number.multiply(unit));
    }

    private void days(BigDecimal number, BigDecimal unit) {
      final BigDecimal sum = number.multiply(unit);
      hasTime |= sum.stripTrailingZeros().scale() > 0;
      millis = millis.add(sum.multiply(DAY));
    }

    private void months(BigDecimal number, BigDecimal unit) {
      hasMonths = true;
      months = months.add(number.multiply(unit));
    }
  }
}
