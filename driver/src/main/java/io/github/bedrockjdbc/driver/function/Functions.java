package io.github.bedrockjdbc.driver.function;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.util.SqlOperatorTables;

/**
 * The functions that a statement may call: the standard's, and others by name. No library comes in
 * whole, because some of them read files or addresses.
 */
public final class Functions {
  /** What can be written; names of other operators hold blanks. */
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

  public static final SqlOperatorTable TABLE =
      SqlOperatorTables.chain(
          new StandardOperators(),
          SqlOperatorTables.of(AggregateFunctions.all()),
          SqlOperatorTables.of(
              List.of(
                  Rounding.ROUND,
                  Rounding.TRUNCATE,
                  new TimestampDifference(),
                  SqlLibraryOperators.ILIKE,
                  SqlLibraryOperators.NOT_ILIKE,
                  SqlLibraryOperators.GREATEST_PG,
                  SqlLibraryOperators.LEAST_PG,
                  new DateTrunc(),
                  new DatePart())),
          SqlOperatorTables.of(DriverFunctions.all()),
          SqlOperatorTables.of(OtherWord.all()));

  /** Functions of the table for which the parser has a form of its own, with other arguments. */
  public static final Set<String> OF_THE_PARSER =
      Stream.concat(
              Stream.of("DATE", "DATE_TRUNC", "TRANSLATE"),
              AggregateFunctions.OF_THE_PARSER.stream())
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Functions of texts that are escaped as they are, beyond those that Calcite knows as escaped.
   */
  private static final Set<String> ESCAPED_OF_TEXT =
      Set.of("CHAR_LENGTH", "CHARACTER_LENGTH", "POSITION");

  /**
   * Functions of times that are escaped as they are, beyond those that Calcite knows as escaped.
   */
  private static final Set<String> ESCAPED_OF_TIME =
      Set.of(
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "DATE_PART",
          "DATE_TRUNC",
          "EXTRACT",
          "TIMESTAMPDIFF");

  /** Functions of numbers that are ours, and not the one that Calcite knows as escaped. */
  private static final Set<String> ESCAPED_OF_NUMBERS = Set.of("ROUND");

  private static final Set<String> NAMES = names(SqlSyntax.FUNCTION);

  /** Which the parser or another step knows, and no table of functions. */
  private static final Set<String> OTHER_AGGREGATES = Set.of("MEDIAN", "STRING_AGG");

  private static final Set<String> AGGREGATES =
      Stream.concat(
              TABLE.getOperatorList().stream()
                  .filter(SqlOperator::isAggregator)
                  .map(SqlOperator::getName),
              OTHER_AGGREGATES.stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Those that Calcite knows as escaped. */
  private static final Set<String> ESCAPES =
      Stream.of(
              SqlJdbcFunctionCall.getNumericFunctions(),
              SqlJdbcFunctionCall.getStringFunctions(),
              SqlJdbcFunctionCall.getTimeDateFunctions(),
              SqlJdbcFunctionCall.getSystemFunctions())
          .flatMap(names -> Stream.of(names.split(",")))
          .collect(Collectors.toUnmodifiableSet());

  /** Calcite parses them as escaped, but nothing runs them. */
  private static final Set<String> NOT_RUN = Set.of("CONVERT_TIMEZONE");

  /** In JDBC, a logarithm of base e, and what is NULL if one of two texts is. */
  private static final Set<String> OTHER_IF_ESCAPED = Set.of("LOG", "CONCAT");

  private Functions() {}

  /** Whether {@code {fn NAME(…)}} is what it would be without the escape. */
  public static boolean isEscapedAsItIs(String name) {
    return ESCAPED_OF_TEXT.contains(name)
        || ESCAPED_OF_TIME.contains(name)
        || ESCAPED_OF_NUMBERS.contains(name)
        || (ours(Kind.values()).contains(name) && !OTHER_IF_ESCAPED.contains(name));
  }

  /** Whether Calcite knows {@code {fn NAME(…)}}. */
  public static boolean isEscape(String name) {
    return ESCAPES.contains(name);
  }

  /** Whether {@code {fn NAME(…)}} runs, and {@code NAME(…)} does not. */
  public static boolean isOnlyEscape(String name) {
    return isEscape(name) && !NOT_RUN.contains(name) && !names().contains(name);
  }

  private enum Kind {
    TEXT,
    NUMBER,
    TIME,
    SYSTEM;

    private static Kind of(String name) {
      return switch (name) {
        case "POW", "TRUNC", "LOG" -> NUMBER;
        case "DATE", "DATE_PART", "DAYNAME", "MONTHNAME", "NOW" -> TIME;
        case "TIMEZONE", "TO_CHAR", "TO_DATE", "TO_TIMESTAMP" -> TIME;
        case "IFNULL", "NVL" -> SYSTEM;
        default -> TEXT;
      };
    }
  }

  private static Set<String> ours(Kind... kinds) {
    return Stream.concat(DriverFunctions.all().stream(), OtherWord.all().stream())
        .map(SqlOperator::getName)
        .filter(name -> NAME.matcher(name).matches() && List.of(kinds).contains(Kind.of(name)))
        .collect(Collectors.toSet());
  }

  /** Names for {@code {fn NAME(…)}}, with commas between. */
  public static String ofNumbers() {
    return listed(SqlJdbcFunctionCall.getNumericFunctions(), Set.of(), ours(Kind.NUMBER));
  }

  public static String ofTexts() {
    return listed(SqlJdbcFunctionCall.getStringFunctions(), ESCAPED_OF_TEXT, ours(Kind.TEXT));
  }

  public static String ofTimes() {
    return listed(SqlJdbcFunctionCall.getTimeDateFunctions(), ESCAPED_OF_TIME, ours(Kind.TIME));
  }

  public static String ofTheSystem() {
    return listed(SqlJdbcFunctionCall.getSystemFunctions(), Set.of(), ours(Kind.SYSTEM));
  }

  private static String listed(String byCalcite, Set<String> escaped, Set<String> ours) {
    final Set<String> names = new TreeSet<>(List.of(byCalcite.split(",", -1)));
    names.addAll(escaped);
    names.addAll(ours);
    names.removeAll(NOT_RUN);
    return String.join(",", names);
  }

  /** Whether a name is that of an aggregate or window function. */
  public static boolean isAggregate(String name) {
    return AGGREGATES.contains(name.toUpperCase(Locale.ROOT));
  }

  /** Of everything that is called by a name, in order. */
  public static Set<String> names() {
    return NAMES;
  }

  /** Of aggregates that are no function of the table, or take a star as well. */
  public static Set<String> namesOfTheSyntax() {
    final Set<String> names = new TreeSet<>(OTHER_AGGREGATES);
    names.addAll(names(SqlSyntax.FUNCTION_STAR));
    return names;
  }

  private static Set<String> names(SqlSyntax syntax) {
    return TABLE.getOperatorList().stream()
        .filter(operator -> operator.getSyntax() == syntax)
        .map(SqlOperator::getName)
        .filter(name -> NAME.matcher(name).matches())
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet<String>::new), Collections::unmodifiableSet));
  }
}
