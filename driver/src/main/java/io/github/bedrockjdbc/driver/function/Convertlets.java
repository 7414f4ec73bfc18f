package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.runtime.DoubleMath;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.Strong;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlAbstractTimeFunction;
import org.apache.calcite.sql.fun.SqlInternalOperators;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/** How calls become row expressions, where it is not as Calcite does it. */
public final class Convertlets {
  /** NULL only if all values are. */
  private static final Set<SqlOperator> EXTREMES =
      Set.of(SqlLibraryOperators.GREATEST_PG, SqlLibraryOperators.LEAST_PG);

  private Convertlets() {}

  public static SqlRexConvertlet of(SqlCall call) {
    if (RandomCall.is(call)) {
      return RandomCall::converted;
    }
    final SqlRexConvertlet convertlet = ofOperator(call);
    return call.getKind() == SqlKind.OVER || isCast(call)
        ? convertlet
        : (context, each) ->
            nullableAsOperands(context, each, convertlet.convertCall(context, each));
  }

  /** Also one that says that a value is not NULL. */
  private static boolean isCast(SqlCall call) {
    return call.getKind() == SqlKind.CAST
        || call.getOperator().equals(SqlInternalOperators.CAST_NOT_NULL);
  }

  private static SqlRexConvertlet ofOperator(SqlCall call) {
    if (call.getOperator() instanceof TimestampDifference) {
      return TimestampDifference::converted;
    }
    if (call.getOperator() instanceof RecursiveColumn column) {
      return column::converted;
    }
    if (call.getOperator() instanceof Choice) {
      return Choice::converted;
    }
    if (call.getOperator() instanceof Overlap) {
      return Overlap::converted;
    }
    if (call.getOperator() instanceof SqlAbstractTimeFunction && call.operandCount() == 1) {
      return SecondDigits::clock;
    }
    return call.getKind() == SqlKind.CAST && call.operandCount() == 2
        ? Convertlets::cast
        : StandardConvertletTable.INSTANCE.get(call);
  }

  /**
   * Within window functions, Calcite validates columns as they are before {@code ROLLUP}, which
   * makes them NULL: what is computed of one would then never be NULL.
   */
  private static RexNode nullableAsOperands(SqlRexContext context, SqlCall written, RexNode value) {
    final RexBuilder rexBuilder = context.getRexBuilder();
    return !value.getType().isNullable()
            && value instanceof RexCall call
            && !(call instanceof RexOver)
            && (EXTREMES.contains(written.getOperator())
                ? areNullable(context, written.getOperandList())
                : mayBeNull(rexBuilder, call))
        ? rexBuilder.makeCall(
            rexBuilder.getTypeFactory().createTypeWithNullability(call.getType(), true),
            call.getOperator(),
            call.getOperands())
        : value;
  }

  private static boolean areNullable(SqlRexContext context, List<SqlNode> values) {
    return values.stream()
        .allMatch(value -> context.convertExpression(value).getType().isNullable());
  }

  private static boolean mayBeNull(RexBuilder rexBuilder, RexCall call) {
    return switch (Strong.policy(call.getOperator())) {
      case ANY ->
          !call.isA(SqlKind.CAST)
              && call.getOperands().stream().anyMatch(operand -> operand.getType().isNullable());
      case NOT_NULL -> false;
      default ->
          call.getOperator() instanceof SqlFunction
              && !call.isA(SqlKind.CAST)
              && rexBuilder.deriveReturnType(call.getOperator(), call.getOperands()).isNullable();
    };
  }

  private static RexNode cast(SqlRexContext context, SqlCall call) {
    final RelDataType type = context.getValidator().getValidatedNodeTypeIfKnown(call);
    final RelDataType from = context.getValidator().getValidatedNodeTypeIfKnown(call.operand(0));
    if (type != null
        && from != null
        && SqlTypeUtil.isCharacter(type)
        && from.getSqlTypeName() == SqlTypeName.DECIMAL) {
      return decimalAsText(context, call, type);
    }
    if (type != null && type.getSqlTypeName() == SqlTypeName.REAL) {
      checkReal(context.convertExpression(call.operand(0)));
    }
    return type != null && from != null && IntervalCast.drops(from, type)
        ? IntervalCast.of(context.convertExpression(call.operand(0)), type, context.getRexBuilder())
        : SecondDigits.cast(context, call, type);
  }

  /** A literal becomes one of the other type, which nothing checks later. */
  private static void checkReal(RexNode number) {
    if (number instanceof RexLiteral literal
        && !literal.isNull()
        && SqlTypeUtil.isNumeric(literal.getType())) {
      DoubleMath.real(literal.getValueAs(Double.class));
    }
  }

  /** With the digits of its type. Calcite would look through a cast that only adds some. */
  private static RexNode decimalAsText(SqlRexContext context, SqlCall call, RelDataType type) {
    final RexNode value = context.convertExpression(call.operand(0));
    return value.getType().getSqlTypeName() == SqlTypeName.DECIMAL
        ? context.getRexBuilder().makeCast(type, DecimalText.of(value, context.getRexBuilder()))
        : context.getRexBuilder().makeCast(type, value);
  }
}
