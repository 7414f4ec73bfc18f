package io.github.bedrockjdbc.driver.code;

import com.google.common.collect.Range;
import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.runtime.SplitMethods;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.Sarg;

/** Looks values up that Calcite would compare one by one: {@code IN} of many texts or numbers. */
final class ValueSet extends RexShuttle {
  private static final int FEWEST = 16;

  private static final CodeFunction IS_IN = CodeFunction.ofStashed(SplitMethods.class, "isIn");

  private final RexBuilder rexBuilder;
  private final Map<String, Object> stash;

  /**
   * @param stash takes the sets
   */
  ValueSet(RexBuilder rexBuilder, Map<String, Object> stash) {
    this.rexBuilder = rexBuilder;
    this.stash = stash;
  }

  @Override
  public RexNode visitCall(RexCall call) {
    return call.isA(SqlKind.SEARCH) ? search(call) : super.visitCall(call);
  }

  private RexNode search(RexCall call) {
    final RexNode value = call.getOperands().get(0).accept(this);
    final RexLiteral literal = (RexLiteral) call.getOperands().get(1);
    final Sarg<?> sarg = literal.getValueAs(Sarg.class);
    final boolean isNegated = sarg.isComplementedPoints();
    if ((isNegated ? sarg.negate() : sarg).pointCount < FEWEST) {
      return call;
    }
    return values(isNegated ? sarg.negate() : sarg, literal.getType())
        .map(set -> lookup(value, set, isNegated, sarg.nullAs))
        .orElse(call);
  }

  private RexNode lookup(RexNode value, Set<Object> set, boolean isNegated, RexUnknownAs nullAs) {
    final String name = "$values" + stash.size();
    stash.put(name, set);
    final RelDataType type =
        rexBuilder
            .getTypeFactory()
            .createTypeWithNullability(
                rexBuilder.getTypeFactory().createSqlType(SqlTypeName.BOOLEAN), true);
    final RexNode found = IS_IN.call(rexBuilder, type, value, rexBuilder.makeLiteral(name));
    final RexNode wanted = isNegated ? rexBuilder.makeCall(SqlStdOperatorTable.NOT, found) : found;
    return switch (nullAs) {
      case TRUE -> rexBuilder.makeCall(SqlStdOperatorTable.IS_NOT_FALSE, wanted);
      case FALSE -> rexBuilder.makeCall(SqlStdOperatorTable.IS_TRUE, wanted);
      default -> value.getType().isNullable() ? wanted : rexBuilder.makeNotNull(wanted);
    };
  }

  /** Empty if there are ranges, or values that are not compared as Java does. */
  private static Optional<Set<Object>> values(Sarg<?> points, RelDataType type) {
    final Set<Object> values = new HashSet<>();
    for (Range<?> range : points.rangeSet.asRanges()) {
      final Object value = range.hasLowerBound() ? range.lowerEndpoint() : null;
      if (!points.isPoints()) {
        return Optional.empty();
      }
      if (value instanceof NlsString text
          && (type.getSqlTypeName() == SqlTypeName.VARCHAR
              || type.getPrecision() == text.getValue().length())) {
        values.add(text.getValue());
      } else if (value instanceof BigDecimal number
          && SqlTypeName.EXACT_TYPES.contains(type.getSqlTypeName())) {
        values.add(SplitMethods.comparable(number));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
