package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.thread.PlanningThread;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Ends a planning for which nobody waits: simplification, for one, looks at no flag. Makes what
 * simplification can go on with.
 */
final class EndingRexBuilder extends RexBuilder {
  EndingRexBuilder(RelDataTypeFactory types) {
    super(types);
  }

  @Override
  public RelDataTypeFactory getTypeFactory() {
    PlanningThread.check();
    return super.getTypeFactory();
  }

  @Override
  public RexNode makeCall(
      SqlParserPos pos, RelDataType type, SqlOperator operator, List<RexNode> operands) {
    PlanningThread.check();
    return super.makeCall(pos, type, operator, operands);
  }

  /**
   * What is compared with NULL is unknown. Calcite's simplification finds out that an operand is
   * NULL, makes the call of it that it cannot take, and comes by here.
   */
  @Override
  public RexNode makeCall(
      SqlParserPos pos, SqlOperator operator, List<? extends RexNode> operands) {
    return SqlKind.COMPARISON.contains(operator.getKind())
            && operands.stream().anyMatch(RexUtil::isNull)
        ? makeNullLiteral(deriveReturnType(operator, operands))
        : super.makeCall(pos, operator, operands);
  }

  /** A literal interval stays one in wider units: set operations of literals know no casts. */
  @Override
  public RexNode makeAbstractCast(RelDataType type, RexNode value, boolean isSafe) {
    return value instanceof RexLiteral literal
            && !literal.isNull()
            && SqlTypeUtil.isInterval(type)
            && SqlTypeUtil.isInterval(literal.getType())
        ? makeLiteral(literal.getValueAs(BigDecimal.class), type, type.getSqlTypeName())
        : super.makeAbstractCast(type, value, isSafe);
  }
}
