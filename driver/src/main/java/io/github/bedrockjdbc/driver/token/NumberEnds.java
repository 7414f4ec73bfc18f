package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.parser.impl.Token;

/**
 * Numbers with letters behind them, such as {@code 0x1F} or {@code 1_000}: the parser would read a
 * number and its alias.
 */
final class NumberEnds {
  private static final Set<Integer> NUMBERS =
      Set.of(UNSIGNED_INTEGER_LITERAL, DECIMAL_NUMERIC_LITERAL, APPROX_NUMERIC_LITERAL);

  private static final Pattern OF_ANOTHER_BASE =
      Pattern.compile("0(?:([xX])([0-9a-fA-F]+)|([oO])([0-7]+)|([bB])([01]+))");

  private static final Map<Integer, Integer> BASES = Map.of(1, 16, 3, 8, 5, 2); // by group

  private NumberEnds() {}

  static void check(TokenList tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      final Token number = tokens.get(i);
      final Token next = tokens.get(i + 1);
      if (NUMBERS.contains(number.kind)
          && next.beginLine == number.endLine
          && next.beginColumn == number.endColumn + 1
          && Character.isJavaIdentifierStart(next.image.charAt(0))) {
        throw SqlMistake.at(
            TokenList.position(number),
            "'" + number.image + next.image + "' is no number" + advice(number, next));
      }
    }
  }

  private static String advice(Token number, Token next) {
    final String written = number.image + next.image;
    final Matcher other = OF_ANOTHER_BASE.matcher(written);
    if (other.matches()) {
      final int group = other.start(1) > 0 ? 1 : other.start(3) > 0 ? 3 : 5;
      return ": write " + new BigInteger(other.group(group + 1), BASES.get(group));
    }
    return written.matches("\\d+(_\\d+)+")
        ? ": write " + written.replace("_", "")
        : "; write a blank before '" + next.image + "' if that is a word of its own";
  }
}
