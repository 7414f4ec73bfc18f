package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.thread.PlanningThread;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Ends a planning for which nobody waits: simplification, for one, looks at no flag. */
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

  /** A literal interval stays one in wider units: set operations of literals know no casts. */
  @Override
  public RexNode makeAbstractCast(RelDataType type, RexNode value, boolean isSafe) {
    return value instanceof RexLiteral literal
            && !literal.isNull()
            && SqlTypeUtil.isInterval(type)
            && SqlTypeUtil.isInterval(literal.getType())
            && type.equals(getTypeFactory().leastRestrictive(List.of(type, literal.getType())))
        ? makeLiteral(literal.getValueAs(BigDecimal.class), type, type.getSqlTypeName())
        : super.makeAbstractCast(type, value, isSafe);
  }
}
