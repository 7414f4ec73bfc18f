package io.github.bedrockjdbc.driver.validate;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Writes the types that values have declared into a statement, as casts: Calcite coerces whatever
 * stands beside another type, but never a bare question mark.
 */
final class DeclaredCasts extends SqlBasicVisitor<Void> {
  private final Parameters parameters;

  /**
   * @param parameters of which nothing is known but what was declared
   */
  DeclaredCasts(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Void visit(SqlCall call) {
    super.visit(call); // before there are casts in it
    for (int i = 0; i < call.operandCount(); i++) {
      if (isDeclared(call.operand(i))) {
        call.setOperand(i, cast(call.operand(i)));
      }
    }
    return null;
  }

  @Override
  public Void visit(SqlNodeList list) {
    super.visit(list);
    for (int i = 0; i < list.size(); i++) {
      if (isDeclared(list.get(i))) {
        list.set(i, cast((SqlDynamicParam) list.get(i)));
      }
    }
    return null;
  }

  private boolean isDeclared(SqlNode node) {
    return node instanceof SqlDynamicParam mark && parameters.type(mark) != null;
  }

  private SqlNode cast(SqlDynamicParam mark) {
    final SqlParserPos pos = mark.getParserPosition();
    return SqlStdOperatorTable.CAST.createCall(
        pos, mark, SqlTypeUtil.convertTypeToSpec(parameters.type(mark)));
  }
}
