package io.github.bedrockjdbc.driver.validate;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlAbstractGroupFunction;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SelectScope;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/**
 * Finds the groups that {@code GROUPING} asks about as an argument of a window function. Calcite
 * looks for them among the rows that are grouped, as it would for an argument of an aggregate.
 */
final class WindowedGroups extends SqlBasicVisitor<Void> {
  private final SqlCall sought;
  private boolean isFound;

  private WindowedGroups(SqlCall sought) {
    this.sought = sought;
  }

  /** The scope to validate the call in. */
  static SqlValidatorScope scope(SqlValidator validator, SqlCall call, SqlValidatorScope scope) {
    if (!(call.getOperator() instanceof SqlAbstractGroupFunction)) {
      return scope;
    }
    final SelectScope enclosing = SqlValidatorUtil.getEnclosingSelectScope(scope);
    if (enclosing == null || !validator.isAggregate(enclosing.getNode())) {
      return scope;
    }
    final SqlSelect select = enclosing.getNode();
    final SqlValidatorScope grouped = SqlValidatorUtil.getEnclosingAggregateSelectScope(scope);
    if (grouped != null && grouped.getNode() == select) { // not that of a query around it
      return scope;
    }
    final WindowedGroups finder = new WindowedGroups(call);
    Stream.of(select.getSelectList(), select.getOrderList(), select.getQualify())
        .filter(Objects::nonNull)
        .forEach(clause -> clause.accept(finder));
    return finder.isFound ? validator.getSelectScope(select) : scope;
  }

  @Override
  public Void visit(SqlCall call) {
    if (call.getKind() == SqlKind.OVER) {
      final SqlNode function = call.operand(0);
      isFound |= SqlUtil.containsCall(function, each -> each == sought);
    }
    return super.visit(call);
  }
}
