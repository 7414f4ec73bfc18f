package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.thread.PlanningThread;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;

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
}
