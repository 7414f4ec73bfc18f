package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.time.TimeFunctions;
import java.util.List;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.adapter.enumerable.EnumUtils;
import org.apache.calcite.adapter.enumerable.NullPolicy;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Seconds with their milliseconds, which {@code EXTRACT} of Calcite cuts off: all of them ({@code
 * EPOCH}), or those of the minute. Not to be written by itself.
 */
final class SecondsOf extends DriverFunction {
  static final SecondsOf EPOCH = new SecondsOf("EPOCH OF", true);
  static final SecondsOf MINUTE = new SecondsOf("SECONDS OF", false);

  private SecondsOf(String name, boolean isEpoch) {
    super(
        name,
        SqlKind.OTHER_FUNCTION,
        SqlTypeName.DECIMAL,
        new Code(isEpoch),
        Argument.TIME_OR_INTERVAL);
  }

  @Override
  public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
    final RelDataType type = binding.getOperandType(0);
    if (SqlTypeUtil.isDatetime(type) || SqlTypeUtil.isInterval(type)) {
      return true;
    }
    if (throwOnFailure) {
      throw SqlMistake.at(
          binding.getCall().getParserPosition(),
          "seconds can be extracted from a time or an interval, not from " + type.getSqlTypeName());
    }
    return false;
  }

  /** By the type of the argument. */
  private record Code(boolean isEpoch) implements ImplementableFunction {
    @Override
    public List<FunctionParameter> getParameters() {
      return List.of();
    }

    @Override
    public CallImplementor getImplementor() {
      return RexImpTable.createImplementor(
          (translator, call, operands) ->
              call(method(call.getOperands().get(0).getType()), operands.get(0)),
          NullPolicy.STRICT,
          false);
    }

    private static Expression call(String method, Expression operand) {
      return Expressions.call(
          Types.lookupMethod(TimeFunctions.class, method, long.class),
          EnumUtils.convert(operand, long.class));
    }

    private String method(RelDataType type) {
      return switch (type.getSqlTypeName()) {
        case DATE -> isEpoch ? "epochOfDays" : "secondsOfDate";
        case TIME, TIMESTAMP -> isEpoch ? "epochOfMillis" : "secondsOfTime";
        case INTERVAL_YEAR, INTERVAL_YEAR_MONTH, INTERVAL_MONTH ->
            isEpoch ? "epochOfMonths" : "secondsOfDate";
        default -> isEpoch ? "epochOfMillis" : "secondsOfInterval";
      };
    }
  }
}
