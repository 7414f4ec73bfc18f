package io.github.bedrockjdbc.adapter;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/** Recognises {@code status = value}. The scan checks it on each row, so it is exact. */
final class StatusPredicate {
  private StatusPredicate() {}

  /** What the predicate requires of the status; empty if it is not of this form. */
  static Optional<StatusConstraint> of(RexNode predicate, Columns columns) {
    if (!predicate.isA(SqlKind.EQUALS)) {
      return Optional.empty();
    }
    final RexNode left = ((RexCall) predicate).getOperands().get(0);
    final RexNode right = ((RexCall) predicate).getOperands().get(1);
    return equality(left, right, columns).or(() -> equality(right, left, columns));
  }

  private static Optional<StatusConstraint> equality(
      RexNode column, RexNode value, Columns columns) {
    return columns.is(JobColumn.STATUS, column)
        ? Columns.text(value).map(operand -> new StatusConstraint(List.of(operand)))
        : Optional.empty();
  }
}
