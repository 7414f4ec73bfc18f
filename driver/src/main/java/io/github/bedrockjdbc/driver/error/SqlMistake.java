package io.github.bedrockjdbc.driver.error;

import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What is wrong with a statement that was parsed, in words for whoever wrote it. */
public final class SqlMistake {
  private static final Pattern NUMBER = Pattern.compile("(?s)Numeric literal .* out of range.*");
  private static final Pattern TIME =
      Pattern.compile("(?si)Illegal (DATE|TIME|TIMESTAMP|INTERVAL) literal .*");

  private static final String SCALAR_QUERY = "(?s)Cannot apply '\\$SCALAR_QUERY'.*";

  /** Calcite's words where values of one column or result are of several types. */
  private static final String MIXED =
      "(Type mismatch in column .*|Illegal mixing of types in .*|Values (?:passed to IN operator|in expression list) must"
          + " have compatible types|Cannot infer return type for .*)";

  private SqlMistake() {}

  /** A mistake of our own finding. */
  public static CalciteContextException at(SqlParserPos pos, String text) {
    return new CalciteContextException(
        text,
        new CalciteException(text, null),
        pos.getLineNum(),
        pos.getColumnNum(),
        pos.getEndLineNum(),
        pos.getEndColumnNum());
  }

  /** Whether a statement is to blame for a failure, rather than what plans or runs it. */
  public static boolean isIn(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .anyMatch(cause -> cause instanceof SqlFault || cause instanceof CalciteException);
  }

  /** The same mistake, as clients expect it. */
  public static SQLException of(CalciteContextException mistake) {
    return SqlErrors.of(state(inside(mistake)), text(mistake), mistake);
  }

  /** Values that are none are no mistakes of syntax. */
  private static SqlState state(String text) {
    if (NUMBER.matcher(text).matches()) {
      return SqlState.OUT_OF_RANGE;
    }
    if (text.startsWith("Interval field value")) {
      return SqlState.INTERVAL_OVERFLOW;
    }
    return TIME.matcher(text).matches() ? SqlState.INVALID_DATETIME : SqlState.SYNTAX;
  }

  /** With the place, but nothing of what could have been meant. */
  static String text(CalciteContextException mistake) {
    return place(mistake) + plain(inside(mistake));
  }

  public static String place(CalciteContextException mistake) {
    return place(mistake.getPosLine(), mistake.getPosColumn());
  }

  /** Without the place. */
  public static String inside(CalciteContextException mistake) {
    final Throwable cause = mistake.getCause() == null ? mistake : mistake.getCause();
    return String.valueOf(cause.getMessage());
  }

  /** Where in the text; counts from 1, and is 0 if it is not known. */
  public static String place(int line, int column) {
    return line == 0 ? "" : "line " + line + ", column " + column + ": ";
  }

  /** Where in the text, if that is known. */
  public static String place(SqlParserPos pos) {
    return place(pos.getLineNum(), pos.getColumnNum());
  }

  /** Calcite's words on one line, and without its names for what JDBC escapes. */
  private static String plain(String text) {
    return text.strip()
        .replaceAll("\\{fn (\\w+)\\}", "$1")
        .replaceAll(SCALAR_QUERY, "a scalar subquery must have one column; this one has several")
        .replaceAll("(?<!\\bIS) NOT NULL", "")
        .replaceAll(" EXPR\\$\\d+\\b", "")
        .replace("RECORDTYPE(", "ROW(")
        .replaceAll(
            "Cast function cannot convert value of type (.*) to type ", "cannot cast $1 to ")
        .replaceAll(
            "(cannot cast BOOLEAN to [A-Z(), 0-9]+)", "$1: write CASE WHEN … THEN 1 ELSE 0 END")
        .replaceAll(
            MIXED,
            "$1: cast them to one type, such as CAST(x AS VARCHAR), and write times as"
                + " TIMESTAMP '…'")
        .replaceAll("\\s*\\R\\s*", " or ")
        .replace("Was expecting", "It takes");
  }
}
