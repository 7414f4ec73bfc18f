package io.github.bedrockjdbc.driver.validate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlInternalOperators;

/** Expressions whose value is one of several, and that are question marks whichever it is. */
final class OpenBranches {
  /** What stands around a call of an aggregate or window function. */
  private static final Set<SqlKind> OF_A_CALL =
      EnumSet.of(SqlKind.OVER, SqlKind.FILTER, SqlKind.RESPECT_NULLS, SqlKind.IGNORE_NULLS);

  /** Functions that give one of the values of their first argument. */
  static final Set<SqlKind> CHOOSING =
      EnumSet.of(
          SqlKind.MIN,
          SqlKind.MAX,
          SqlKind.ANY_VALUE,
          SqlKind.MODE,
          SqlKind.FIRST_VALUE,
          SqlKind.LAST_VALUE,
          SqlKind.NTH_VALUE,
          SqlKind.LAG,
          SqlKind.LEAD);

  /** Functions whose arguments are of one type, which is that of the result. */
  private static final Set<String> OF_ONE_TYPE =
      Set.of("GREATEST", "LEAST", "COALESCE", "NVL", "IFNULL");

  private OpenBranches() {}

  /** The question marks that an expression is one of; none if it may be anything else but NULL. */
  static List<SqlDynamicParam> marks(SqlNode expression) {
    final List<SqlDynamicParam> marks = new ArrayList<>();
    return areOnly(SqlUtil.stripAs(expression), marks) ? marks : List.of();
  }

  /** Those that a column of a query is one of. */
  static List<SqlDynamicParam> marks(SqlSelect query, int column) {
    final List<SqlNode> columns = columns(query);
    return column < columns.size()
            && columns.subList(0, column).stream().noneMatch(OpenBranches::isStar)
        ? marks(columns.get(column))
        : List.of();
  }

  static boolean isStar(SqlNode column) {
    return column instanceof SqlIdentifier name && name.isStar();
  }

  /** Of a query that has a select list. */
  private static List<SqlNode> columns(SqlNode query) {
    return query instanceof SqlSelect select ? select.getSelectList().getList() : List.of();
  }

  private static boolean areOnly(SqlNode node, List<SqlDynamicParam> marks) {
    if (node instanceof SqlDynamicParam mark) {
      marks.add(mark);
      return true;
    }
    if (SqlUtil.isNullLiteral(node, false)) {
      return true;
    }
    return node instanceof SqlCall call
        && !branches(call).isEmpty()
        && branches(call).stream().allMatch(branch -> areOnly(SqlUtil.stripAs(branch), marks));
  }

  private static List<SqlNode> branches(SqlCall call) {
    if (call.getKind() == SqlKind.SCALAR_QUERY) {
      return columns(call.operand(0));
    }
    if (call instanceof SqlCase choice) {
      final List<SqlNode> results = new ArrayList<>(choice.getThenOperands().getList());
      results.add(choice.getElseOperand());
      return results;
    }
    final boolean isFirst =
        OF_A_CALL.contains(call.getKind())
            || CHOOSING.contains(call.getKind())
            || call.getOperator().equals(SqlInternalOperators.CAST_NOT_NULL);
    if (isFirst && call.operandCount() > 0) {
      return List.of(call.operand(0));
    }
    return OF_ONE_TYPE.contains(call.getOperator().getName().toUpperCase(Locale.ROOT))
        ? call.getOperandList()
        : List.of();
  }
}
