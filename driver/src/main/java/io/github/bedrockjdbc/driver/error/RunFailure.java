package io.github.bedrockjdbc.driver.error;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.calcite.runtime.CalciteException;

/**
 * What the exceptions of Calcite's functions mean, by their words: they have no types of their own.
 */
final class RunFailure {
  /**
   * @param words of the exception
   * @param told to the user; null for the same words, and with the first group at its end if it
   *     ends with a colon
   */
  private record Meaning(Pattern words, SqlState state, String told) {
    static Meaning of(String words, SqlState state, String told) {
      return new Meaning(Pattern.compile(words, Pattern.DOTALL), state, told);
    }

    SqlFault fault(Matcher found) {
      if (told == null) {
        return new SqlFault(state, found.group());
      }
      return new SqlFault(state, told.endsWith(":") ? told + " " + found.group(1) : told);
    }
  }

  private static final List<Meaning> MEANINGS =
      List.of(
          Meaning.of(
              "Invalid escape character '(.*)'",
              SqlState.INVALID_ESCAPE_CHARACTER,
              "The ESCAPE of LIKE must be one character, not:"),
          Meaning.of(
              "Invalid escape sequence '(.*)', \\d+",
              SqlState.INVALID_ESCAPE_SEQUENCE,
              "The escape character of LIKE must precede %, _ or itself, unlike in the pattern:"),
          Meaning.of(
              "[Mm]ore than one value in .*",
              SqlState.SEVERAL_ROWS,
              "A scalar subquery returned more than one row: add LIMIT 1, or use MAX, MIN or IN"),
          Meaning.of("Invalid UUID string: (.*)", SqlState.INVALID_CAST, "A text is not a UUID:"),
          Meaning.of(
              "(?:Cannot convert|Value) .* (?:due to overflow|as a DECIMAL.*|out of range)",
              SqlState.OUT_OF_RANGE,
              null),
          Meaning.of("(?:DECIMAL scale|DECIMAL precision) .*", SqlState.SYNTAX, null),
          Meaning.of(".*(Invalid (?:DATE|TIME|TIMESTAMP).*)", SqlState.INVALID_DATETIME, null),
          Meaning.of(
              "Value of [A-Z]+ field is out of range in .*", SqlState.DATETIME_OUT_OF_RANGE, null),
          Meaning.of(
              "Cannot take logarithm.*",
              SqlState.INVALID_LOGARITHM,
              "A logarithm takes a positive number"),
          Meaning.of("Substring error: .*", SqlState.SUBSTRING_ERROR, null),
          Meaning.of(
              "begin -?\\d+, end -?\\d+, length -?\\d+",
              SqlState.SUBSTRING_ERROR,
              "OVERLAY must start within the text or right after it, with a length that is not"
                  + " negative"));

  /** Messages quote values. */
  private static final int LONGEST = 1000;

  private RunFailure() {}

  /** Empty if it is not known. */
  static Optional<SqlFault> fault(Throwable failure) {
    final String all = String.valueOf(failure.getMessage());
    final String words = all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
    for (Meaning meaning : MEANINGS) {
      final Matcher found = meaning.words().matcher(words);
      if (found.matches()) {
        return Optional.of(meaning.fault(found));
      }
    }
    if (failure instanceof ArithmeticException) {
      return Optional.of(
          words.contains("zero")
              ? new SqlFault(SqlState.DIVISION_BY_ZERO, "Division by zero")
              : new SqlFault(SqlState.OUT_OF_RANGE, outOfRange(words)));
    }
    if (failure instanceof PatternSyntaxException pattern) {
      return Optional.of(
          new SqlFault(
              SqlState.INVALID_PATTERN,
              "Not a regular expression: "
                  + pattern.getPattern()
                  + " ("
                  + pattern.getDescription()
                  + ")"));
    }
    return failure instanceof CalciteException
        ? Optional.of(new SqlFault(SqlState.INVALID_ARGUMENT_VALUE, words))
        : Optional.empty();
  }

  private static String outOfRange(String words) {
    return switch (words) {
      case "long overflow" -> "A number does not fit into BIGINT: cast to DECIMAL or DOUBLE before";
      case "integer overflow" -> "A number does not fit into INTEGER: cast to BIGINT before";
      default -> "A number is out of range: " + words;
    };
  }
}
