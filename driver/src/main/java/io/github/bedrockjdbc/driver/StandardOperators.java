package io.github.bedrockjdbc.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.validate.SqlNameMatcher;

/** The standard's operators and functions, without some. */
record StandardOperators(Predicate<SqlOperator> leftOut) implements SqlOperatorTable {
  @Override
  public void lookupOperatorOverloads(
      SqlIdentifier name,
      SqlFunctionCategory category,
      SqlSyntax syntax,
      List<SqlOperator> found,
      SqlNameMatcher matcher) {
    final List<SqlOperator> all = new ArrayList<>();
    SqlStdOperatorTable.instance().lookupOperatorOverloads(name, category, syntax, all, matcher);
    all.stream().filter(leftOut.negate()).forEach(found::add);
  }

  @Override
  public List<SqlOperator> getOperatorList() {
    return SqlStdOperatorTable.instance().getOperatorList().stream()
        .filter(leftOut.negate())
        .toList();
  }
}
