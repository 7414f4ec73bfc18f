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
import org.apache.calcite.sql.SqlWith;
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

  /** Those that a column of a query is one of; none if one of its rows has anything else. */
  static List<SqlDynamicParam> marks(SqlNode query, int column) {
    final List<SqlDynamicParam> marks = new ArrayList<>();
    final List<SqlNode> sources = sources(body(query));
    return !sources.isEmpty() && sources.stream().allMatch(row -> areOnly(row, column, marks))
        ? marks
        : List.of();
  }

  private static boolean areOnly(SqlNode source, int column, List<SqlDynamicParam> marks) {
    final List<SqlNode> columns = columns(source);
    return column < columns.size()
        && columns.subList(0, column).stream().noneMatch(OpenBranches::isStar)
        && areOnly(SqlUtil.stripAs(columns.get(column)), marks);
  }

  /**
   * What has the columns of a query: a query in brackets, in order, is all that another selects.
   */
  static SqlNode body(SqlNode query) {
    if (query instanceof SqlWith with) {
      return body(with.body);
    }
    return query instanceof SqlSelect select
            && select.getFrom() != null
            && SqlUtil.stripAs(select.getFrom()).isA(SqlKind.QUERY)
            && select.getSelectList().size() == 1
            && isStar(select.getSelectList().get(0))
        ? body(SqlUtil.stripAs(select.getFrom()))
        : query;
  }

  /** Selects and rows of VALUES, all that a query consists of. */
  static List<SqlNode> sources(SqlNode query) {
    return switch (query.getKind()) {
      case UNION, INTERSECT, EXCEPT ->
          ((SqlCall) query)
              .getOperandList().stream().flatMap(branch -> sources(branch).stream()).toList();
      case VALUES -> ((SqlCall) query).getOperandList();
      default -> List.of(query);
    };
  }

  /** What a source has as columns, as it is written. */
  static List<SqlNode> columns(SqlNode source) {
    if (source instanceof SqlSelect select) {
      return select.getSelectList().getList();
    }
    return source.getKind() == SqlKind.ROW ? ((SqlCall) source).getOperandList() : List.of();
  }

  static boolean isStar(SqlNode column) {
    return column instanceof SqlIdentifier name && name.isStar();
  }

  private static boolean areOnly(SqlNode node, List<SqlDynamicParam> marks) {
    if (node instanceof SqlDynamicParam mark) {
      marks.add(mark);
      return true;
    }
    if (SqlUtil.isNullLiteral(node, false)) {
      return true;
    }
    if (!(node instanceof SqlCall call)) { // null where there is no operand
      return false;
    }
    if (call.getKind() == SqlKind.SCALAR_QUERY) {
      return sources(body(call.operand(0))).stream()
          .allMatch(source -> columns(source).size() == 1 && areOnly(source, 0, marks));
    }
    return !branches(call).isEmpty()
        && branches(call).stream().allMatch(branch -> areOnly(SqlUtil.stripAs(branch), marks));
  }

  private static List<SqlNode> branches(SqlCall call) {
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
