package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.time.IntervalText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.impl.Token;

/** {@code INTERVAL '1 day 02:03:04'}, which becomes the standard's literal with its unit behind. */
final class IntervalLiterals {
  private static final Set<Integer> UNITS =
      Set.of(
          YEAR, YEARS, QUARTER, QUARTERS, MONTH, MONTHS, WEEK, WEEKS, DAY, DAYS, HOUR, HOURS,
          MINUTE, MINUTES, SECOND, SECONDS);

  private static final Pattern LESS_THAN_MILLIS = Pattern.compile(".*\\.\\d{3}0*[1-9]\\d*");

  private static final BigInteger DAY_MILLIS = BigInteger.valueOf(86_400_000);
  private static final int MOST_DIGITS = 10;
  private static final int MILLIS_DIGITS = 3;

  private final List<Token> literal = new ArrayList<>();
  private final Token written;

  private IntervalLiterals(Token written) {
    this.written = written;
  }

  static void rewrite(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isAt(i, CAST, LPAREN, QUOTED_STRING, AS, INTERVAL, RPAREN)) {
        tokens.replace(i, i + 6, List.of(tokens.get(i + 4), tokens.get(i + 2)));
      }
      if (tokens.kind(i) == INTERVAL) {
        final boolean isNegative = tokens.kind(i + 1) == MINUS;
        final int text = isNegative ? i + 2 : i + 1;
        if (tokens.kind(text) == QUOTED_STRING) {
          final IntervalLiterals literal = new IntervalLiterals(tokens.get(text));
          if (UNITS.contains(tokens.kind(text + 1))) {
            literal.check(tokens.text(text));
          } else {
            tokens.replace(text, text + 1, literal.standard(tokens.text(text)));
          }
        }
      }
    }
  }

  /** The parser would cut what is less than a millisecond. */
  private void check(String text) {
    if (LESS_THAN_MILLIS.matcher(text).matches()) {
      throw tooExact();
    }
  }

  private CalciteContextException tooExact() {
    return SqlMistake.at(
        TokenList.position(written), "intervals have millisecond precision at most");
  }

  private List<Token> standard(String text) {
    final IntervalText interval =
        IntervalText.parse(text)
            .orElseThrow(
                () ->
                    SqlMistake.at(
                        TokenList.position(written),
                        "the interval '"
                            + text
                            + "' cannot be read; write INTERVAL '1 day', INTERVAL '2 hours 30"
                            + " minutes', INTERVAL '1 day 02:03:04' or INTERVAL '1 year 2 mons'"));
    if (interval.hasMonths() && interval.millis().signum() != 0) {
      throw SqlMistake.at(
          TokenList.position(written),
          "an interval has either months or days and times; add them one after the other, as in"
              + " t + INTERVAL '1 month' + INTERVAL '3 days'");
    }
    return interval.hasMonths() ? months(interval.months()) : time(interval);
  }

  private List<Token> months(long months) {
    final long size = Math.abs(months);
    final String years = String.valueOf(size / 12);
    literal(months < 0, years + "-" + size % 12);
    add(YEAR, "YEAR");
    precision(years, MOST_DIGITS);
    add(TO, "TO");
    add(MONTH, "MONTH");
    return literal;
  }

  private List<Token> time(IntervalText interval) {
    final BigDecimal millis = interval.millis().stripTrailingZeros();
    if (millis.scale() > 0) {
      throw tooExact();
    }
    final BigInteger size = millis.toBigIntegerExact().abs();
    final String days = size.divide(DAY_MILLIS).toString();
    final int rest = size.mod(DAY_MILLIS).intValueExact();
    if (!interval.hasTime()) {
      literal(millis.signum() < 0, days);
      add(DAY, "DAY");
      precision(days, MOST_DIGITS);
      return literal;
    }
    literal(
        millis.signum() < 0,
        "%s %02d:%02d:%02d.%03d"
            .formatted(days, rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60, rest % 1000));
    add(DAY, "DAY");
    precision(days, MOST_DIGITS);
    add(TO, "TO");
    add(SECOND, "SECOND");
    precision("000", MILLIS_DIGITS);
    return literal;
  }

  private void literal(boolean isNegative, String text) {
    add(QUOTED_STRING, "'" + (isNegative ? "-" : "") + text + "'");
  }

  /**
   * Always the most, as differences of times have it: two digits are all that the standard gives.
   */
  private void precision(String digits, int most) {
    if (digits.length() > most) {
      throw SqlMistake.at(
          TokenList.position(written), "an interval has at most " + MOST_DIGITS + " digits");
    }
    add(LPAREN, "(");
    add(UNSIGNED_INTEGER_LITERAL, String.valueOf(most));
    add(RPAREN, ")");
  }

  private void add(int kind, String image) {
    literal.add(TokenList.token(kind, image, written));
  }
}
