package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.runtime.ChosenValues;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql2rel.SqlRexContext;

/**
 * {@code COALESCE}, {@code NULLIF}, {@code GREATEST} or {@code LEAST} as calls of their own, where
 * Calcite would write them out as CASE, with each argument twice or more.
 */
public final class Choice extends SqlFunction {
  private static final CodeFunction NULLIF = CodeFunction.ofAny(ChosenValues.class, "nullIf");
  private static final CodeFunction GREATEST = CodeFunction.ofAny(ChosenValues.class, "greatest");
  private static final CodeFunction LEAST = CodeFunction.ofAny(ChosenValues.class, "least");

  /**
   * @param name in capitals
   */
  public Choice(String name) {
    super(
        name,
        SqlKind.OTHER_FUNCTION,
        Choice::type,
        null,
        OperandTypes.ONE_OR_MORE,
        SqlFunctionCategory.SYSTEM);
  }

  /** Not looked up by its name, which is that of Calcite's. */
  @Override
  public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
    call.getOperandList().forEach(operand -> validator.deriveType(scope, operand));
    return validateOperands(validator, scope, call);
  }

  private static RelDataType type(SqlOperatorBinding binding) {
    final RelDataType common = common(binding.getTypeFactory(), binding.collectOperandTypes());
    if (common == null) {
      throw new SqlFault(
          SqlState.SYNTAX,
          "the arguments of "
              + binding.getOperator().getName()
              + " must be of one type: cast them");
    }
    final boolean isNullIf = binding.getOperator().getName().equals("NULLIF");
    return binding
        .getTypeFactory()
        .createTypeWithNullability(isNullIf ? binding.getOperandType(0) : common, true);
  }

  /** Texts have no length; null if there is no such type. */
  private static RelDataType common(RelDataTypeFactory factory, List<RelDataType> types) {
    final RelDataType common = factory.leastRestrictive(types);
    return common != null && common.getSqlTypeName() == SqlTypeName.CHAR
        ? factory.createSqlType(SqlTypeName.VARCHAR)
        : common;
  }

  /** The call of a validated statement as a row expression. */
  static RexNode converted(SqlRexContext context, SqlCall call) {
    final RexBuilder rexBuilder = context.getRexBuilder();
    final List<RexNode> values = new ArrayList<>();
    for (SqlNode operand : call.getOperandList()) {
      values.add(context.convertExpression(operand));
    }
    final RelDataType type = context.getValidator().getValidatedNodeType(call);
    final RelDataType common = nullable(rexBuilder, values);
    values.replaceAll(value -> rexBuilder.ensureType(common, value, true));
    final RexNode chosen =
        switch (call.getOperator().getName()) {
          case "COALESCE" ->
              rexBuilder.makeCall(
                  call.getParserPosition(), common, SqlStdOperatorTable.COALESCE, values);
          case "NULLIF" -> NULLIF.call(rexBuilder, common, values.get(0), values.get(1));
          case "GREATEST" -> folded(rexBuilder, common, GREATEST, values);
          default -> folded(rexBuilder, common, LEAST, values);
        };
    return rexBuilder.ensureType(type, chosen, true);
  }

  private static RelDataType nullable(RexBuilder rexBuilder, List<RexNode> values) {
    final RelDataTypeFactory factory = rexBuilder.getTypeFactory();
    return factory.createTypeWithNullability(
        common(factory, values.stream().map(RexNode::getType).toList()), true);
  }

  private static RexNode folded(
      RexBuilder rexBuilder, RelDataType type, CodeFunction of, List<RexNode> values) {
    return values.stream()
        .reduce((one, other) -> of.call(rexBuilder, type, one, other))
        .orElseThrow();
  }
}
