package io.github.bedrockjdbc.driver;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlValidator;

/**
 * The functions that a statement may call: the standard's, and others by name. No library comes in
 * whole, because some of them read files or addresses.
 */
final class Functions {
  static final SqlOperatorTable TABLE =
      SqlOperatorTables.chain(
          new StandardOperators(),
          SqlOperatorTables.of(AggregateFunctions.all()),
          SqlOperatorTables.of(
              List.of(
                  new Rounding(),
                  new TimestampDifference(),
                  SqlLibraryOperators.ILIKE,
                  SqlLibraryOperators.NOT_ILIKE,
                  SqlLibraryOperators.LEFT,
                  SqlLibraryOperators.RIGHT,
                  SqlLibraryOperators.LPAD,
                  SqlLibraryOperators.RPAD,
                  SqlLibraryOperators.CONCAT_FUNCTION,
                  SqlLibraryOperators.SPLIT_PART,
                  SqlLibraryOperators.GREATEST,
                  SqlLibraryOperators.LEAST,
                  SqlLibraryOperators.NVL,
                  new DateTrunc(),
                  new Now())));

  /** Functions of the table for which the parser has a form of its own, with other arguments. */
  static final Set<String> OF_THE_PARSER =
      Stream.concat(Stream.of("DATE_TRUNC"), AggregateForms.NAMES.stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Functions of texts that JDBC escapes too, beyond those that Calcite knows as escaped. */
  private static final Set<String> ESCAPED_OF_TEXT =
      Set.of("CHAR_LENGTH", "CHARACTER_LENGTH", "OCTET_LENGTH", "POSITION");

  /** Functions of times that JDBC escapes too, beyond those that Calcite knows as escaped. */
  private static final Set<String> ESCAPED_OF_TIME =
      Set.of(
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "DATE_TRUNC",
          "EXTRACT",
          "TIMESTAMPDIFF");

  /** Functions of numbers that are ours, and not the one that Calcite knows as escaped. */
  private static final Set<String> ESCAPED_OF_NUMBERS = Set.of("ROUND");

  private static final Set<String> AGGREGATES =
      Stream.concat(
              TABLE.getOperatorList().stream()
                  .filter(SqlOperator::isAggregator)
                  .map(SqlOperator::getName),
              Stream.of("MEDIAN", "STRING_AGG"))
          .collect(Collectors.toUnmodifiableSet());

  private Functions() {}

  /** Whether {@code {fn NAME(…)}} is what it would be without the escape. */
  static boolean isEscapedAsItIs(String name) {
    return ESCAPED_OF_TEXT.contains(name)
        || ESCAPED_OF_TIME.contains(name)
        || ESCAPED_OF_NUMBERS.contains(name);
  }

  /** Names for {@code {fn NAME(…)}}, with commas between. */
  static String ofNumbers() {
    return SqlJdbcFunctionCall.getNumericFunctions();
  }

  static String ofTexts() {
    return listed(SqlJdbcFunctionCall.getStringFunctions(), Set.of("REVERSE"), ESCAPED_OF_TEXT);
  }

  static String ofTimes() {
    return listed(SqlJdbcFunctionCall.getTimeDateFunctions(), Set.of("TO_CHAR"), ESCAPED_OF_TIME);
  }

  static String ofTheSystem() {
    return SqlJdbcFunctionCall.getSystemFunctions();
  }

  /** What Calcite lists, what it forgets to list, and ours. */
  private static String listed(String byCalcite, Set<String> forgotten, Set<String> ours) {
    final Set<String> names = new TreeSet<>(List.of(byCalcite.split(",", -1)));
    names.addAll(forgotten);
    names.addAll(ours);
    names.remove("CONVERT_TIMEZONE"); // parsed, but nothing runs it
    return String.join(",", names);
  }

  /** Whether a name is that of an aggregate or window function. */
  static boolean isAggregate(String name) {
    return AGGREGATES.contains(name.toUpperCase(Locale.ROOT));
  }

  /** Of everything that is called by a name. */
  static Set<String> names() {
    return TABLE.getOperatorList().stream()
        .filter(operator -> operator.getSyntax() == SqlSyntax.FUNCTION)
        .map(SqlOperator::getName)
        .filter(name -> name.matches("[A-Z][A-Z0-9_]*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Another word for {@code CURRENT_TIMESTAMP}. */
  private static final class Now extends SqlFunction {
    Now() {
      super(
          "NOW",
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.TIMESTAMP,
          null,
          OperandTypes.NILADIC,
          SqlFunctionCategory.TIMEDATE);
    }

    @Override
    public SqlNode rewriteCall(SqlValidator validator, SqlCall call) {
      return call.operandCount() == 0
          ? SqlStdOperatorTable.CURRENT_TIMESTAMP.createCall(call.getParserPosition())
          : call;
    }
  }
}
