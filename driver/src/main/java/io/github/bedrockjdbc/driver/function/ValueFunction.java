package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.util.Optionality;

/** A window function that gives a value of another row, which may be null or may not be there. */
final class ValueFunction extends SqlAggFunction {
  ValueFunction(SqlKind kind) {
    super(
        kind.name(),
        null,
        kind,
        binding -> SqlTypeTransforms.FORCE_NULLABLE.transformType(binding, type(binding)),
        null,
        arguments(kind),
        SqlFunctionCategory.NUMERIC,
        false,
        true,
        Optionality.FORBIDDEN);
  }

  /** A default counts as well. */
  private static RelDataType type(SqlOperatorBinding binding) {
    final List<RelDataType> types = new ArrayList<>(List.of(binding.getOperandType(0)));
    if (binding.getOperandCount() == 3) {
      types.add(binding.getOperandType(2));
    }
    final RelDataType common = binding.getTypeFactory().leastRestrictive(types);
    if (common == null) {
      throw SqlMistake.at(
          binding instanceof SqlCallBinding written
              ? written.getCall().getParserPosition()
              : SqlParserPos.ZERO,
          "a default of type "
              + types.get(1).getSqlTypeName()
              + " does not fit values of type "
              + types.get(0).getSqlTypeName());
    }
    return common;
  }

  private static SqlOperandTypeChecker arguments(SqlKind kind) {
    return switch (kind) {
      case NTH_VALUE -> OperandTypes.ANY_NUMERIC;
      case LEAD, LAG ->
          OperandTypes.ANY
              .or(OperandTypes.ANY_NUMERIC)
              .or(OperandTypes.ANY_NUMERIC_ANY.and(OperandTypes.same(3, 0, 2)));
      default -> OperandTypes.ANY;
    };
  }

  @Override
  public boolean allowsFraming() {
    return kind != SqlKind.LEAD && kind != SqlKind.LAG;
  }

  @Override
  public boolean allowsNullTreatment() {
    return true;
  }
}
