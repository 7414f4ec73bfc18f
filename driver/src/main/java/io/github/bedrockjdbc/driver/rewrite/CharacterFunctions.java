package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.DriverFunction;
import io.github.bedrockjdbc.driver.function.DriverFunctions;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Puts our functions in the place of the standard's, whose syntax Calcite's parser knows, but which
 * count halves of characters, fail without a state, or trim one character only.
 */
public final class CharacterFunctions extends ExpressionRewrite {
  private final RexBuilder rexBuilder;

  public CharacterFunctions(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    final List<RexNode> operands = call.getOperands();
    final SqlOperator operator = call.getOperator();
    if (operator.equals(SqlStdOperatorTable.LAST_DAY)
        && operands.get(0).getType().getSqlTypeName() == SqlTypeName.NULL) {
      return rexBuilder.makeNullLiteral(call.getType());
    }
    if (operator.equals(SqlStdOperatorTable.TRIM)) {
      return trimmed(call);
    }
    if (operator.equals(SqlStdOperatorTable.SUBSTRING)) {
      checkPlaces(call);
    }
    if (!operands.stream().allMatch(CharacterFunctions::isTextOrWhole)) {
      return call;
    }
    final int count = operands.size();
    if (operator.equals(SqlStdOperatorTable.CHAR_LENGTH)
        || operator.equals(SqlStdOperatorTable.CHARACTER_LENGTH)) {
      return by(DriverFunctions.LENGTH, call, operands);
    }
    if (operator.equals(SqlStdOperatorTable.SUBSTRING)) {
      return by(
          count == 2 ? DriverFunctions.SUBSTRING_FROM : DriverFunctions.SUBSTRING_FOR,
          call,
          operands);
    }
    if (operator.equals(SqlStdOperatorTable.POSITION)) {
      return by(
          count == 2 ? DriverFunctions.POSITION : DriverFunctions.POSITION_FROM, call, operands);
    }
    if (operator.equals(SqlStdOperatorTable.OVERLAY)) {
      return by(
          count == 3 ? DriverFunctions.OVERLAY_FROM : DriverFunctions.OVERLAY_FOR, call, operands);
    }
    return call;
  }

  private static void checkPlaces(RexCall substring) {
    if (substring.getOperands().stream().skip(1).anyMatch(place -> !isWhole(place))) {
      throw SqlMistake.at(
          substring.getParserPosition(),
          "SUBSTRING takes a text, a position and a length; write CAST(x AS INTEGER) for those, or"
              + " REGEXP_REPLACE for a pattern");
    }
  }

  private static boolean isText(RexNode operand) {
    return SqlTypeName.CHAR_TYPES.contains(operand.getType().getSqlTypeName());
  }

  private static boolean isTextOrWhole(RexNode operand) {
    return isText(operand) || isWhole(operand);
  }

  private static boolean isWhole(RexNode operand) {
    final SqlTypeName type = operand.getType().getSqlTypeName();
    return SqlTypeName.INT_TYPES.contains(type) || type == SqlTypeName.NULL;
  }

  private RexNode trimmed(RexCall call) {
    final SqlTrimFunction.Flag side =
        ((RexLiteral) call.getOperands().get(0)).getValueAs(SqlTrimFunction.Flag.class);
    final DriverFunction function =
        switch (side) {
          case LEADING -> DriverFunctions.LTRIM;
          case TRAILING -> DriverFunctions.RTRIM;
          default -> DriverFunctions.BTRIM;
        };
    return by(function, call, List.of(call.getOperands().get(2), call.getOperands().get(1)));
  }

  /** Of the same type; the generated code counts with numbers of one size. */
  private RexNode by(SqlOperator function, RexCall call, List<RexNode> operands) {
    final RelDataTypeFactory types = rexBuilder.getTypeFactory();
    final List<RexNode> arguments = new ArrayList<>();
    for (RexNode operand : operands) {
      final RelDataType type = operand.getType();
      arguments.add(
          isText(operand)
              ? operand
              : rexBuilder.ensureType(
                  types.createTypeWithNullability(
                      types.createSqlType(SqlTypeName.BIGINT), type.isNullable()),
                  operand,
                  true));
    }
    return rexBuilder.makeCall(call.getType(), function, arguments);
  }
}
