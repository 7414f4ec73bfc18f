package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.Parameter.Role;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Question marks in sums, differences, products and quotients, of numbers and of times. */
final class ArithmeticOperands {
  private final AlignedOperands operands;
  private final AcceptedTypes accepted;
  private final Parameters parameters;

  ArithmeticOperands(AlignedOperands operands, AcceptedTypes accepted, Parameters parameters) {
    this.operands = operands;
    this.accepted = accepted;
    this.parameters = parameters;
  }

  void infer(SqlValidatorScope scope, SqlCall call) {
    if (call.operandCount() > 2) { // (x - y) DAY
      operands.align(scope, call.getOperandList().subList(0, 2), Role.COMBINED);
      return;
    }
    final List<SqlNode> others =
        call.getOperandList().stream().filter(operand -> !parameters.isOpen(operand)).toList();
    if (others.isEmpty()) {
      call.getOperandList()
          .forEach(mark -> parameters.know(mark, SqlTypeName.DOUBLE, Role.OPEN));
      return;
    }
    final SqlNode mark = parameters.isOpen(call.operand(0)) ? call.operand(0) : call.operand(1);
    final RelDataType other = operands.type(scope, others.get(0));
    if (SqlTypeUtil.isInterval(other)) {
      parameters.know(mark, besideInterval(call, mark), Role.COMBINED);
    } else if (SqlTypeUtil.isDatetime(other)) {
      besideTime(scope, call, mark, other);
    } else if (SqlTypeUtil.isNumeric(other)) {
      parameters.know(mark, other, Role.COMBINED);
    } else {
      parameters.know(mark, SqlTypeName.DOUBLE, Role.OPEN);
    }
  }

  private static SqlTypeName besideInterval(SqlCall call, SqlNode mark) {
    return switch (call.getKind()) {
      case TIMES, DIVIDE -> SqlTypeName.INTEGER;
      default -> {
        if (call.getKind() == SqlKind.MINUS && call.operand(1) == mark) {
          throw interval(mark);
        }
        yield SqlTypeName.TIMESTAMP;
      }
    };
  }

  private void besideTime(
      SqlValidatorScope scope, SqlCall call, SqlNode mark, RelDataType other) {
    if (call.getKind() == SqlKind.MINUS && accepted.accepts(scope, call, mark, other)) {
      parameters.know(mark, other, Role.COMBINED);
    } else if (accepted.accepts(scope, call, mark, SqlTypeName.INTEGER)) {
      parameters.know(mark, SqlTypeName.INTEGER, Role.COMBINED);
    } else {
      throw interval(mark);
    }
  }

  private static RuntimeException interval(SqlNode mark) {
    return SqlMistake.at(
        mark.getParserPosition(),
        "parameter "
            + (((SqlDynamicParam) mark).getIndex() + 1)
            + " would have to be an interval, which cannot be set: write ? * INTERVAL '1' DAY");
  }
}
