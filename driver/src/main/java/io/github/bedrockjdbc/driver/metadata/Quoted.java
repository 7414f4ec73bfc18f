package io.github.bedrockjdbc.driver.metadata;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.function.Functions;
import io.github.bedrockjdbc.driver.token.SqlTokens;
import java.io.Reader;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;

/** Names as they have to be written in a statement. */
public final class Quoted {
  /** Of a name, in characters. */
  static final int LONGEST = 128;

  private static final String QUOTE = "\"";

  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private static final SqlAbstractParserImpl.Metadata WORDS =
      SqlTokens.parser(Reader.nullReader()).getMetadata();

  /** Functions that are called without brackets, and so hide a column of their name. */
  private static final Set<String> CALLED_BY_NAME =
      Functions.TABLE.getOperatorList().stream()
          .filter(
              operator ->
                  operator.getSyntax() == SqlSyntax.FUNCTION_ID
                      || operator.getSyntax() == SqlSyntax.FUNCTION_ID_CONSTANT)
          .map(SqlOperator::getName)
          .collect(Collectors.toUnmodifiableSet());

  private Quoted() {}

  /** Whether a name is one without quotes, wherever it stands. */
  public static boolean isSimple(String name) {
    final String word = name.toUpperCase(Locale.ROOT);
    return name.length() <= LONGEST
        && SIMPLE.matcher(name).matches()
        && !WORDS.isReservedWord(word)
        && !CALLED_BY_NAME.contains(word);
  }

  /**
   * A name in quotes if they are asked for or needed; one that has them already stays as it is.
   *
   * @throws SQLException if nothing can have the name
   */
  public static String identifier(String name, boolean always) throws SQLException {
    if (isSimple(name)) {
      return always ? QUOTE + name + QUOTE : name;
    }
    final boolean isQuoted = name.length() > 2 && name.startsWith(QUOTE) && name.endsWith(QUOTE);
    final String plain =
        isQuoted ? name.substring(1, name.length() - 1).replace(QUOTE + QUOTE, QUOTE) : name;
    final String quoted = QUOTE + plain.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
    if (plain.isEmpty()
        || plain.length() > LONGEST
        || plain.indexOf('\0') >= 0
        || (isQuoted && !quoted.equals(name))) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT,
          "a name must have 1 to "
              + LONGEST
              + " characters, none of them NUL, and each \" in quotes is written twice");
    }
    return quoted;
  }
}
