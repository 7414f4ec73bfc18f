package io.github.bedrockjdbc.driver.validate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * Gives what {@code GREATEST} and {@code LEAST} choose from one type: dates beside timestamps are
 * timestamps, and text literals are what stands beside them.
 */
final class ChosenTypes {
  private static final Set<String> FUNCTIONS = Set.of("GREATEST", "LEAST");

  private final SqlValidator validator;

  ChosenTypes(SqlValidator validator) {
    this.validator = validator;
  }

  /** Changes the call, if it is one of these. */
  void align(SqlValidatorScope scope, SqlNode node) {
    if (!(node instanceof SqlCall call)
        || !FUNCTIONS.contains(call.getOperator().getName().toUpperCase(Locale.ROOT))) {
      return;
    }
    final List<RelDataType> others =
        call.getOperandList().stream()
            .filter(operand -> !(operand instanceof SqlCharStringLiteral))
            .map(operand -> validator.deriveType(scope, operand))
            .filter(type -> type.getSqlTypeName() != SqlTypeName.NULL)
            .toList();
    final RelDataType common = common(others);
    if (common == null) {
      return;
    }
    for (int i = 0; i < call.operandCount(); i++) {
      if (isToBeCast(call.operand(i), common, scope)) {
        call.setOperand(i, cast(call.operand(i), common));
      }
    }
  }

  /** Null if they have none, or are texts. */
  private RelDataType common(List<RelDataType> types) {
    if (types.isEmpty() || types.stream().anyMatch(SqlTypeUtil::isCharacter)) {
      return null;
    }
    if (types.stream().allMatch(ChosenTypes::isMoment)) {
      return types.stream()
          .filter(type -> type.getSqlTypeName() == SqlTypeName.TIMESTAMP)
          .findFirst()
          .orElse(types.get(0));
    }
    final RelDataType common = validator.getTypeFactory().leastRestrictive(types);
    return common != null && (SqlTypeUtil.isNumeric(common) || SqlTypeUtil.isDatetime(common))
        ? common
        : null;
  }

  private boolean isToBeCast(SqlNode operand, RelDataType common, SqlValidatorScope scope) {
    return operand instanceof SqlCharStringLiteral
        || (common.getSqlTypeName() == SqlTypeName.TIMESTAMP
            && validator.deriveType(scope, operand).getSqlTypeName() == SqlTypeName.DATE);
  }

  private static boolean isMoment(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.DATE
        || type.getSqlTypeName() == SqlTypeName.TIMESTAMP;
  }

  private static SqlNode cast(SqlNode operand, RelDataType type) {
    return SqlStdOperatorTable.CAST.createCall(
        operand.getParserPosition(), operand, SqlTypeUtil.convertTypeToSpec(type));
  }
}
