package io.github.bedrockjdbc.driver.code;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.time.TimeUnits;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexLocalRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Makes a number of the unit in {@code EXTRACT(MONTH FROM t)} and {@code FLOOR(t TO MONTH)}. Where
 * a condition of a {@code CASE} and its result name one unit, Calcite's generator of code forgets
 * which it was; and it rounds times before 1970, or up to a month or a decade, to the wrong one.
 */
public final class UnitCalls extends RexShuttle {
  private static final List<TimeUnitRange> UNITS = List.of(TimeUnitRange.values());

  private static final CodeFunction OF_TIME = CodeFunction.of(TimeUnits.class, "ofTime");
  private static final CodeFunction OF_DATE = CodeFunction.of(TimeUnits.class, "ofDate");
  private static final CodeFunction OF_MILLIS = CodeFunction.of(TimeUnits.class, "ofMillis");
  private static final CodeFunction OF_MONTHS = CodeFunction.of(TimeUnits.class, "ofMonths");
  private static final CodeFunction FLOOR = CodeFunction.of(TimeUnits.class, "floor");
  private static final CodeFunction CEIL = CodeFunction.of(TimeUnits.class, "ceil");
  private static final CodeFunction CEIL_DATE = CodeFunction.of(TimeUnits.class, "ceilDate");

  /** Of what the generator rounds towards 1970, too. */
  private static final Set<TimeUnitRange> PERIODS =
      EnumSet.of(
          TimeUnitRange.MILLENNIUM,
          TimeUnitRange.CENTURY,
          TimeUnitRange.DECADE,
          TimeUnitRange.YEAR,
          TimeUnitRange.QUARTER,
          TimeUnitRange.MONTH,
          TimeUnitRange.DAY,
          TimeUnitRange.HOUR,
          TimeUnitRange.MINUTE,
          TimeUnitRange.SECOND);

  private final List<RexNode> expressions;
  private final RexBuilder rexBuilder;

  /**
   * @param expressions those of a program, to which operands may refer
   */
  private UnitCalls(List<RexNode> expressions, RexBuilder rexBuilder) {
    this.expressions = expressions;
    this.rexBuilder = rexBuilder;
  }

  /** The same in an expression that belongs to no program. */
  public static RexNode numbered(RexNode expression, RexBuilder rexBuilder) {
    return expression.accept(new UnitCalls(List.of(), rexBuilder));
  }

  static RelNode numbered(RelNode node) {
    return node instanceof EnumerableCalc calc
        ? numbered(calc)
        : node.accept(new UnitCalls(List.of(), node.getCluster().getRexBuilder()));
  }

  private static EnumerableCalc numbered(EnumerableCalc calc) {
    final RexProgram program = calc.getProgram();
    final RexBuilder rexBuilder = calc.getCluster().getRexBuilder();
    final UnitCalls units = new UnitCalls(program.getExprList(), rexBuilder);
    final List<RexNode> expressions = units.visitList(program.getExprList());
    return expressions.equals(program.getExprList())
        ? calc
        : EnumerableCalc.create(
            calc.getInput(),
            RexProgramBuilder.create(
                    rexBuilder,
                    program.getInputRowType(),
                    expressions,
                    program.getProjectList(),
                    program.getCondition(),
                    program.getOutputRowType(),
                    true,
                    null)
                .getProgram());
  }

  @Override
  public RexNode visitCall(RexCall call) {
    final RexCall inner = (RexCall) super.visitCall(call);
    return switch (inner.getKind()) {
      case EXTRACT -> extracted(inner, inner.getOperands().get(0), inner.getOperands().get(1));
      case FLOOR -> period(inner, FLOOR, SqlTypeName.TIMESTAMP);
      case CEIL ->
          inner.getType().getSqlTypeName() == SqlTypeName.DATE
              ? period(inner, CEIL_DATE, SqlTypeName.DATE)
              : period(inner, CEIL, SqlTypeName.TIMESTAMP);
      default -> inner;
    };
  }

  private RexNode period(RexCall call, CodeFunction function, SqlTypeName type) {
    final TimeUnitRange unit =
        call.getOperands().size() == 2 ? unit(call.getOperands().get(1)) : null;
    return call.getType().getSqlTypeName() == type && PERIODS.contains(unit)
        ? function.call(rexBuilder, call.getType(), number(unit), call.getOperands().get(0))
        : call;
  }

  /** Seconds, and those of an epoch, have become calls of other functions before. */
  private RexNode extracted(RexCall call, RexNode flag, RexNode time) {
    final TimeUnitRange unit = unit(flag);
    final CodeFunction function = extracting(time.getType().getSqlTypeName());
    return unit == null
            || unit == TimeUnitRange.SECOND
            || unit == TimeUnitRange.EPOCH
            || function == null
        ? call
        : function.call(rexBuilder, call.getType(), number(unit), time);
  }

  private static CodeFunction extracting(SqlTypeName type) {
    return switch (type) {
      case TIMESTAMP, TIME -> OF_TIME;
      case DATE -> OF_DATE;
      default ->
          SqlTypeName.YEAR_INTERVAL_TYPES.contains(type)
              ? OF_MONTHS
              : SqlTypeName.DAY_INTERVAL_TYPES.contains(type) ? OF_MILLIS : null;
    };
  }

  /** The unit that an operand names, null if it names none. */
  private TimeUnitRange unit(RexNode operand) {
    final RexNode value =
        operand instanceof RexLocalRef ref ? expressions.get(ref.getIndex()) : operand;
    return value instanceof RexLiteral literal && literal.getTypeName() == SqlTypeName.SYMBOL
        ? literal.getValueAs(TimeUnitRange.class)
        : null;
  }

  private RexNode number(TimeUnitRange unit) {
    final RelDataTypeFactory types = rexBuilder.getTypeFactory();
    final RelDataType integer = types.createSqlType(SqlTypeName.INTEGER);
    return rexBuilder.makeExactLiteral(BigDecimal.valueOf(UNITS.indexOf(unit)), integer);
  }
}
