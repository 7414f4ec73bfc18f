package io.github.bedrockjdbc.driver;

import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Takes casts out of a plan that claim of a value that it is not null, and do nothing else. Calcite
 * writes them under a test for null ({@code COALESCE}, {@code CASE}), may later drop the test, and
 * then reads null as zero.
 */
final class NullableCasts extends RelHomogeneousShuttle {
  private final RexShuttle expressions;

  NullableCasts(RelDataTypeFactory types) {
    this.expressions =
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            final RexNode inner = super.visitCall(call);
            return inner.isA(SqlKind.CAST) && onlyDropsNull((RexCall) inner, types)
                ? ((RexCall) inner).getOperands().get(0)
                : inner;
          }

          @Override
          public RexNode visitSubQuery(RexSubQuery subQuery) {
            return super.visitSubQuery(subQuery.clone(subQuery.rel.accept(NullableCasts.this)));
          }
        };
  }

  private static boolean onlyDropsNull(RexCall cast, RelDataTypeFactory types) {
    final RexNode operand = cast.getOperands().get(0);
    return operand.getType().isNullable()
        && !cast.getType().isNullable()
        && SqlTypeUtil.equalSansNullability(types, operand.getType(), cast.getType());
  }

  @Override
  public RelNode visit(RelNode node) {
    return super.visit(node).accept(expressions);
  }
}
