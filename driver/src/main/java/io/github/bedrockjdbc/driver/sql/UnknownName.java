package io.github.bedrockjdbc.driver.sql;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;

/** What to say of a name in a statement that nothing has: what could have been meant. */
public final class UnknownName {
  private static final Pattern COLUMN =
      Pattern.compile(
          "(?s)(?:Column|Unknown field) '(.*?)'(?: not found in (?:any table|table '(.*?)'))?.*");
  private static final Pattern TABLE = Pattern.compile("(?s)(?:Object|Table) '(.*?)' not found.*");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?s)No match found for function signature (\\S+?)(?:\\(.*)?|Function '\\{fn (.*?)\\}' is not defined");

  private UnknownName() {}

  /**
   * A mistake of the validator, as clients expect it.
   *
   * @param names what could have been meant
   */
  public static SQLException of(CalciteContextException mistake, KnownNames names) {
    final String text = SqlMistake.inside(mistake);
    final String where = SqlMistake.place(mistake);
    final Matcher column = COLUMN.matcher(text);
    if (column.matches() && text.contains("not found")) {
      return SqlErrors.of(
          SqlState.UNKNOWN_COLUMN,
          where + column(column.group(1), column.group(2), names),
          mistake);
    }
    final Matcher table = TABLE.matcher(text);
    if (table.matches()) {
      final String name = table.group(1);
      return SqlErrors.of(
          SqlState.UNKNOWN_TABLE,
          where
              + (names.isSchema(name) ? "schema '" : "table '")
              + name
              + "' not found"
              + names.orTable(name),
          mistake);
    }
    final Matcher function = FUNCTION.matcher(text);
    if (function.matches()) {
      final String name = function.group(1) == null ? function.group(2) : function.group(1);
      return SqlErrors.of(SqlState.SYNTAX, where + names.function(name), mistake);
    }
    return SqlMistake.of(mistake);
  }

  private static String column(String column, String table, KnownNames names) {
    return "column '" + column + "' not found" + names.inTable(table) + names.orColumn(column);
  }
}
