package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Question marks in sums, differences, products and quotients, of numbers and of times. */
final class ArithmeticOperands {
  private final AlignedOperands operands;
  private final Parameters parameters;

  ArithmeticOperands(AlignedOperands operands, Parameters parameters) {
    this.operands = operands;
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
      call.getOperandList().forEach(mark -> parameters.know(mark, SqlTypeName.DOUBLE, Role.OPEN));
      return;
    }
    if (others.size() == call.operandCount()) {
      return;
    }
    final SqlNode mark = parameters.isOpen(call.operand(0)) ? call.operand(0) : call.operand(1);
    final RelDataType other = operands.type(scope, others.get(0));
    if (SqlTypeUtil.isInterval(other)) {
      parameters.know(mark, besideInterval(call, mark), Role.COMBINED);
    } else if (SqlTypeUtil.isDatetime(other)) {
      parameters.know(mark, besideTime(call, mark, other), Role.COMBINED);
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
          throw AlignedOperands.interval(mark);
        }
        yield SqlTypeName.TIMESTAMP;
      }
    };
  }

  /** A difference is of two times of one kind; of a date, days can be taken as well. */
  private static SqlTypeName besideTime(SqlCall call, SqlNode mark, RelDataType other) {
    if (other.getSqlTypeName() == SqlTypeName.DATE) {
      return SqlTypeName.INTEGER;
    }
    if (call.getKind() != SqlKind.MINUS) {
      throw AlignedOperands.interval(mark);
    }
    return other.getSqlTypeName();
  }
}
