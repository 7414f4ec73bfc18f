package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.predicate.SqlText;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Reads row expressions over a scan's columns.
 *
 * @param projection the column behind each input reference
 */
record InputColumns(List<JobColumn> projection) {

  /** The column that an expression is, possibly under casts that keep every value. */
  Optional<JobColumn> column(RexNode expression) {
    final RexNode bare = withoutWideningCast(expression);
    return bare instanceof RexInputRef ref
        ? Optional.of(projection.get(ref.getIndex()))
        : Optional.empty();
  }

  /** A predicate with the columns' names, for people. */
  String named(RexNode predicate) {
    return SqlText.of(predicate, projection.stream().map(JobColumn::columnName).toList());
  }

  private static RexNode withoutWideningCast(RexNode expression) {
    return expression.isA(SqlKind.CAST)
            && keepsValues(
                ((RexCall) expression).getOperands().get(0).getType(), expression.getType())
        ? withoutWideningCast(((RexCall) expression).getOperands().get(0))
        : expression;
  }

  private static boolean keepsValues(RelDataType from, RelDataType to) {
    return switch (to.getSqlTypeName()) {
      case VARCHAR ->
          from.getSqlTypeName() == SqlTypeName.VARCHAR
              && to.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED;
      case BIGINT -> SqlTypeName.INT_TYPES.contains(from.getSqlTypeName());
      case INTEGER -> from.getSqlTypeName() == SqlTypeName.INTEGER;
      case TIMESTAMP ->
          from.getSqlTypeName() == SqlTypeName.TIMESTAMP
              && to.getPrecision() >= from.getPrecision();
      default -> false;
    };
  }
}
