package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
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
  private final OpenOperands open;
  private final Parameters parameters;

  ArithmeticOperands(AlignedOperands operands, OpenOperands open, Parameters parameters) {
    this.operands = operands;
    this.open = open;
    this.parameters = parameters;
  }

  void infer(SqlValidatorScope scope, SqlCall call) {
    if (call.operandCount() > 2) { // (x - y) DAY
      operands.align(scope, call.getOperandList().subList(0, 2), Role.COMBINED);
      return;
    }
    final List<SqlNode> others =
        call.getOperandList().stream().filter(operand -> !open.isOpen(scope, operand)).toList();
    final List<SqlDynamicParam> marks =
        call.getOperandList().stream()
            .flatMap(operand -> open.marks(scope, operand).stream())
            .toList();
    if (others.isEmpty()) {
      parameters.leaveOpen(marks, SqlTypeName.DOUBLE);
      return;
    }
    if (marks.isEmpty()) {
      return;
    }
    final boolean isSecond = others.get(0) == call.operand(0);
    final RelDataType other = operands.type(scope, others.get(0));
    marks.forEach(mark -> infer(call, mark, isSecond, other));
  }

  private void infer(SqlCall call, SqlNode mark, boolean isSecond, RelDataType other) {
    if (SqlTypeUtil.isInterval(other)) {
      parameters.know(mark, besideInterval(call, mark, isSecond), Role.COMBINED);
    } else if (SqlTypeUtil.isDatetime(other)) {
      parameters.know(mark, besideTime(call, mark, isSecond, other), Role.COMBINED);
    } else if (SqlTypeUtil.isNumeric(other)) {
      parameters.know(mark, other, Role.COMBINED);
    } else {
      parameters.leaveOpen(List.of(mark), SqlTypeName.DOUBLE);
    }
  }

  private static SqlTypeName besideInterval(SqlCall call, SqlNode mark, boolean isSecond) {
    return switch (call.getKind()) {
      case TIMES, DIVIDE -> SqlTypeName.INTEGER;
      default -> {
        if (call.getKind() == SqlKind.MINUS && isSecond) {
          throw AlignedOperands.interval(mark);
        }
        yield SqlTypeName.TIMESTAMP;
      }
    };
  }

  /** A difference is of two times of one kind; of a date, days can be taken as well. */
  private static SqlTypeName besideTime(
      SqlCall call, SqlNode mark, boolean isSecond, RelDataType other) {
    if (other.getSqlTypeName() == SqlTypeName.DATE) {
      return call.getKind() == SqlKind.MINUS && !isSecond ? SqlTypeName.DATE : SqlTypeName.INTEGER;
    }
    if (call.getKind() != SqlKind.MINUS) {
      throw AlignedOperands.interval(mark);
    }
    return other.getSqlTypeName();
  }
}
