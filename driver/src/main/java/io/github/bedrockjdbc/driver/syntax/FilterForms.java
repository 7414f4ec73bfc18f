package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Makes a CASE within an aggregate of a FILTER where Calcite cannot run one. */
final class FilterForms {
  /** Functions that FILTER has no meaning for, as they look at single rows. */
  private static final Set<String> OF_SINGLE_ROWS =
      Set.of("FIRST_VALUE", "LAST_VALUE", "NTH_VALUE", "LEAD", "LAG");

  private static final Set<String> RANKS =
      Set.of("ROW_NUMBER", "RANK", "DENSE_RANK", "PERCENT_RANK", "CUME_DIST", "NTILE");

  /** Those that can be ordered and for which a NULL is no row. */
  private static final Set<String> SKIPPING_NULLS =
      Set.of("LISTAGG", "MODE", "PERCENTILE_CONT", "PERCENTILE_DISC");

  private FilterForms() {}

  static SqlNode over(SqlCall call) {
    final SqlCall function = call.operand(0);
    final SqlParserPos pos = function.getParserPosition();
    if (function.getKind() == SqlKind.WITHIN_GROUP) {
      throw SqlMistake.at(
          pos,
          "MEDIAN, MODE, PERCENTILE_… and lists with an order of their own cannot have OVER;"
              + " compute them in a subquery with GROUP BY, and join it");
    }
    if (function.getKind() == SqlKind.IGNORE_NULLS || function.getKind() == SqlKind.RESPECT_NULLS) {
      return overValues(call, function);
    }
    if (function.getKind() != SqlKind.FILTER) {
      return call;
    }
    if (!(function.operand(0) instanceof SqlCall aggregate)
        || aggregate.getKind() == SqlKind.WITHIN_GROUP) {
      throw SqlMistake.at(pos, "FILTER and OVER must follow an aggregate function here");
    }
    call.setOperand(0, filtered(aggregate, function.operand(1)));
    return call;
  }

  /** Calcite would take a function that is told what to do with NULLs for an aggregate. */
  private static SqlNode overValues(SqlCall call, SqlCall treated) {
    if (!(treated.operand(0) instanceof SqlCall function)
        || !OF_SINGLE_ROWS.contains(AggregateForms.name(function))) {
      return call;
    }
    if (treated.getKind() == SqlKind.RESPECT_NULLS) { // which it does anyway
      call.setOperand(0, function);
    } else if (function.getOperandList().stream().anyMatch(RowMembership::isComputed)) {
      throw SqlMistake.at(
          function.getParserPosition(),
          "IGNORE NULLS cannot be used over an aggregate: compute the aggregate in a subquery in"
              + " FROM first");
    }
    return call;
  }

  /** FILTER behind WITHIN GROUP, whose order Calcite would not look at. */
  static SqlNode ofOrdered(SqlCall filter) {
    if (SqlUtil.isNullLiteral(filter.operand(1), false)) { // which Calcite takes for no condition
      filter.setOperand(1, SqlLiteral.createBoolean(false, filter.operand(1).getParserPosition()));
    }
    final SqlCall ordered = filter.operand(0);
    if (ordered.getKind() != SqlKind.WITHIN_GROUP) {
      return filter;
    }
    final SqlCall aggregate = ordered.operand(0);
    if (!SKIPPING_NULLS.contains(AggregateForms.name(aggregate))) {
      throw SqlMistake.at(
          filter.getParserPosition(),
          "FILTER cannot follow "
              + AggregateForms.name(aggregate)
              + " in ORDER BY: move the condition to WHERE, in a subquery if needed");
    }
    final SqlCall filtered = filtered(aggregate, filter.operand(1));
    return SqlStdOperatorTable.WITHIN_GROUP.createCall(
        aggregate.getParserPosition(), filtered, ordered.operand(1));
  }

  private static SqlCall filtered(SqlCall aggregate, SqlNode condition) {
    final SqlParserPos pos = aggregate.getParserPosition();
    final String name = AggregateForms.name(aggregate);
    if (OF_SINGLE_ROWS.contains(name) || RANKS.contains(name) || name.startsWith("JSON_")) {
      throw SqlMistake.at(
          pos, "FILTER can only follow an aggregate function such as SUM, not " + name);
    }
    final List<SqlNode> arguments = new ArrayList<>(aggregate.getOperandList());
    // the argument without which a row does not count
    final int decisive = name.matches("ARG_M.*|M.._BY") ? 1 : 0;
    final boolean isOfRows =
        arguments.isEmpty() || (arguments.get(0) instanceof SqlIdentifier first && first.isStar());
    final SqlNode value =
        isOfRows ? SqlLiteral.createExactNumeric("1", pos) : arguments.get(decisive);
    final SqlNode only =
        new SqlCase(
            pos,
            null,
            SqlNodeList.of(condition),
            SqlNodeList.of(value),
            SqlLiteral.createNull(pos));
    if (isOfRows) {
      return AggregateForms.call(name, aggregate, only);
    }
    arguments.set(decisive, only);
    return AggregateForms.call(name, aggregate, arguments.toArray(SqlNode[]::new));
  }
}
