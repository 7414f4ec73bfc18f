package io.github.bedrockjdbc.driver.function;

import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.validate.SqlNameMatcher;

/** The standard's operators and functions, but for those that are replaced, or wrong. */
final class StandardOperators implements SqlOperatorTable {
  /** There is one of ours in its place. */
  private static final Set<SqlOperator> REPLACED =
      Set.of(
          SqlStdOperatorTable.ASCII,
          SqlStdOperatorTable.CONVERT,
          SqlStdOperatorTable.INITCAP,
          SqlStdOperatorTable.OCTET_LENGTH,
          SqlStdOperatorTable.REPLACE,
          SqlStdOperatorTable.ROUND,
          SqlStdOperatorTable.TRUNCATE,
          SqlStdOperatorTable.TIMESTAMP_DIFF,
          SqlStdOperatorTable.TRANSLATE);

  /** Of no standard, and wrong or without a meaning here. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "COLLECT",
          "FUSION",
          "INTERSECTION",
          "JSON_DEPTH",
          "JSON_INSERT",
          "JSON_KEYS",
          "JSON_LENGTH",
          "JSON_PRETTY",
          "JSON_REMOVE",
          "JSON_REPLACE",
          "JSON_SET",
          "JSON_STORAGE_SIZE",
          "SINGLE_VALUE",
          "TYPEOF",
          "VARIANTNULL");

  private static boolean isOffered(SqlOperator operator) {
    return !REPLACED.contains(operator)
        && !LEFT_OUT.contains(operator.getName())
        && !AggregateFunctions.replace(operator);
  }

  @Override
  public void lookupOperatorOverloads(
      SqlIdentifier name,
      SqlFunctionCategory category,
      SqlSyntax syntax,
      List<SqlOperator> operators,
      SqlNameMatcher names) {
    SqlStdOperatorTable.instance()
        .lookupOperatorOverloads(name, category, syntax, operators, names);
    operators.removeIf(operator -> !isOffered(operator));
  }

  @Override
  public List<SqlOperator> getOperatorList() {
    return SqlStdOperatorTable.instance().getOperatorList().stream()
        .filter(StandardOperators::isOffered)
        .toList();
  }
}
