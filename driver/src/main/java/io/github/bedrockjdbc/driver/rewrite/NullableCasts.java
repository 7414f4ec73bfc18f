package io.github.bedrockjdbc.driver.rewrite;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Gives NULL alone the type that it is cast to or compared with, and lets no cast claim of a value
 * that it is not null. Calcite writes such casts under a test for null ({@code COALESCE}, {@code
 * CASE}), may later drop the test, and then reads null as zero, or takes it for what LIKE does not
 * match.
 */
public final class NullableCasts extends ExpressionRewrite {
  private static final Set<SqlKind> PATTERNS = EnumSet.of(SqlKind.LIKE, SqlKind.SIMILAR);

  private final RexBuilder rexBuilder;

  public NullableCasts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexOver window) {
    return isNullAlone(window) ? rexBuilder.makeNullLiteral(window.getType()) : window;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (isNullAlone(call) || isUnknown(call)) {
      return rexBuilder.makeNullLiteral(call.getType()); // as ABS(NULL)
    }
    if (call.isA(SqlKind.CAST)) {
      final RexNode typed = typed(call.getOperands().get(0), call.getType());
      if (!typed.equals(call.getOperands().get(0))) {
        return typed;
      }
    }
    if (call.isA(SqlKind.COMPARISON) && call.getOperands().size() == 2) {
      return compared(call);
    }
    if (!isPlainCast(call) || !dropsNull(call)) {
      return call;
    }
    final RexNode operand = call.getOperands().get(0);
    if (!isOfType(operand, call.getType())) {
      return rexBuilder.makeAbstractCast(nullable(call.getType()), operand, false);
    }
    return operand.getType().getSqlTypeName() == SqlTypeName.BOOLEAN
        ? rexBuilder.makeCall(SqlStdOperatorTable.IS_TRUE, operand) // as an aggregate's FILTER must
        : operand;
  }

  /** Calcite takes each literal pattern for a text. */
  private static boolean isUnknown(RexCall call) {
    return call.isA(PATTERNS) && call.getOperands().stream().anyMatch(RexUtil::isNull);
  }

  /** What is sought among NULLs is compared with NULLs of its type. */
  @Override
  RexNode rewritten(RexSubQuery query) {
    final List<RexNode> sought = query.getOperands();
    final List<RexNode> columns = rexBuilder.identityProjects(query.rel.getRowType());
    if (sought.isEmpty() || sought.size() != columns.size()) {
      return query;
    }
    final List<RexNode> typed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      typed.add(typed(columns.get(i), nullable(sought.get(i).getType())));
    }
    return typed.equals(columns)
        ? query
        : query.clone(
            LogicalProject.create(
                query.rel, List.of(), typed, query.rel.getRowType().getFieldNames(), Set.of()));
  }

  private RexNode compared(RexCall call) {
    final RexNode left = call.getOperands().get(0);
    final RexNode right = call.getOperands().get(1);
    final RexNode typedLeft = typed(left, nullable(right.getType()));
    final RexNode typedRight = typed(right, nullable(left.getType()));
    return typedLeft.equals(left) && typedRight.equals(right)
        ? call
        : rexBuilder.makeCall(call.getOperator(), typedLeft, typedRight);
  }

  private RelDataType nullable(RelDataType type) {
    return rexBuilder.getTypeFactory().createTypeWithNullability(type, true);
  }

  /** Of NULL alone, which no code makes a value of another type, NULL of that type. */
  private RexNode typed(RexNode value, RelDataType type) {
    if (!isNullAlone(value) || type.getSqlTypeName() == SqlTypeName.NULL) {
      return value;
    }
    if (value instanceof RexInputRef || value instanceof RexFieldAccess) {
      return rexBuilder.makeNullLiteral(type);
    }
    return value instanceof RexSubQuery query && query.isA(SqlKind.SCALAR_QUERY)
        ? RexSubQuery.scalar(
            LogicalProject.create(
                query.rel,
                List.of(),
                List.of(rexBuilder.makeNullLiteral(type)),
                (List<String>) null,
                Set.of()))
        : value;
  }

  private static boolean isNullAlone(RexNode value) {
    return value.getType().getSqlTypeName() == SqlTypeName.NULL;
  }

  private static boolean dropsNull(RexCall cast) {
    return cast.getOperands().get(0).getType().isNullable() && !cast.getType().isNullable();
  }

  private boolean isOfType(RexNode value, RelDataType type) {
    return SqlTypeUtil.equalSansNullability(rexBuilder.getTypeFactory(), value.getType(), type);
  }
}
