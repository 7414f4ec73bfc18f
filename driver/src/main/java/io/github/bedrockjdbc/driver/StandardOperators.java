package io.github.bedrockjdbc.driver;

import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.validate.SqlNameMatcher;

/** The standard's operators, but for those in whose place there is one of ours. */
final class StandardOperators implements SqlOperatorTable {
  private static final Set<SqlOperator> REPLACED =
      Set.of(SqlStdOperatorTable.ROUND, SqlStdOperatorTable.TIMESTAMP_DIFF);

  @Override
  public void lookupOperatorOverloads(
      SqlIdentifier name,
      SqlFunctionCategory category,
      SqlSyntax syntax,
      List<SqlOperator> operators,
      SqlNameMatcher names) {
    SqlStdOperatorTable.instance()
        .lookupOperatorOverloads(name, category, syntax, operators, names);
    operators.removeAll(REPLACED);
  }

  @Override
  public List<SqlOperator> getOperatorList() {
    return SqlStdOperatorTable.instance().getOperatorList().stream()
        .filter(operator -> !REPLACED.contains(operator))
        .toList();
  }
}
