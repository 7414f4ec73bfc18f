package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.runtime.ChosenValues;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql2rel.SqlRexContext;

/**
 * {@code (start, end) OVERLAPS (start, end)} as a call of four arguments. Of periods that only
 * touch, Calcite takes both to contain the moment between them.
 */
public final class Overlap extends SqlFunction {
  private static final CodeFunction OVERLAP = CodeFunction.ofAny(ChosenValues.class, "overlap");
  private static final String FORM =
      "OVERLAPS takes two periods of dates and timestamps, or of times: write (start, end)"
          + " OVERLAPS (start, end), where an end may be an interval";

  public Overlap() {
    super(
        "OVERLAPS",
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.BOOLEAN_FORCE_NULLABLE,
        InferTypes.FIRST_KNOWN,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.TIMEDATE);
  }

  /**
   * The mistake of a call that is of none of the forms.
   *
   * @param pos of the call
   */
  public static RuntimeException mistake(SqlParserPos pos) {
    return SqlMistake.at(pos, FORM);
  }

  /** Not looked up by its name, which is no function's. */
  @Override
  public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
    final List<RelDataType> types =
        call.getOperandList().stream()
            .map(operand -> validator.deriveType(scope, operand))
            .toList();
    if (!areTimes(types, true) && !areTimes(types, false)) {
      throw mistake(call.getParserPosition());
    }
    return validateOperands(validator, scope, call);
  }

  private static boolean areTimes(List<RelDataType> types, boolean ofDay) {
    for (int i = 0; i < types.size(); i++) {
      final RelDataType type = types.get(i);
      final boolean isTime =
          switch (type.getSqlTypeName()) {
            case TIME -> ofDay;
            case DATE, TIMESTAMP -> !ofDay;
            case NULL, UNKNOWN, ANY -> true;
            default -> i % 2 > 0 && isLength(type, ofDay);
          };
      if (!isTime) {
        return false;
      }
    }
    return true;
  }

  /** Times of a day are moved by no months. */
  private static boolean isLength(RelDataType type, boolean ofDay) {
    return (ofDay ? SqlTypeName.DAY_INTERVAL_TYPES : SqlTypeName.INTERVAL_TYPES)
        .contains(type.getSqlTypeName());
  }

  /** The call of a validated statement as a row expression. */
  static RexNode converted(SqlRexContext context, SqlCall call) {
    final RexBuilder rexBuilder = context.getRexBuilder();
    final List<RexNode> values = new ArrayList<>();
    for (SqlNode operand : call.getOperandList()) {
      values.add(context.convertExpression(operand));
    }
    final boolean ofDay =
        values.stream().anyMatch(value -> value.getType().getSqlTypeName() == SqlTypeName.TIME);
    final RelDataType type =
        nullable(
            rexBuilder,
            rexBuilder
                .getTypeFactory()
                .createSqlType(ofDay ? SqlTypeName.TIME : SqlTypeName.TIMESTAMP));
    for (int i = 0; i < values.size(); i++) {
      final RexNode value = values.get(i);
      values.set(
          i,
          SqlTypeUtil.isInterval(value.getType())
              ? rexBuilder.makeCall(
                  type, SqlStdOperatorTable.DATETIME_PLUS, List.of(values.get(i - 1), value))
              : rexBuilder.ensureType(type, value, true));
    }
    final RelDataType truth =
        nullable(rexBuilder, rexBuilder.getTypeFactory().createSqlType(SqlTypeName.BOOLEAN));
    return OVERLAP.call(rexBuilder, truth, values.toArray(RexNode[]::new));
  }

  private static RelDataType nullable(RexBuilder rexBuilder, RelDataType type) {
    return rexBuilder.getTypeFactory().createTypeWithNullability(type, true);
  }
}
