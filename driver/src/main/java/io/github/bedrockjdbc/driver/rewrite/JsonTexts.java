package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.function.JsonFunction;
import io.github.bedrockjdbc.driver.json.JsonPaths;
import io.github.bedrockjdbc.driver.json.JsonValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlJsonEmptyOrError;
import org.apache.calcite.sql.SqlJsonValueEmptyOrErrorBehavior;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Bounds functions of JSON: a text within a text within a text is escaped over and over, and some
 * paths take time without end. Says what Calcite's functions do not say as the standard has it.
 */
public final class JsonTexts extends ExpressionRewrite {
  private static final CodeFunction PATH = CodeFunction.of(JsonPaths.class, "path");
  private static final CodeFunction TEXT = CodeFunction.of(JsonValues.class, "json");
  private static final CodeFunction EXISTS = CodeFunction.ofAny(JsonPaths.class, "exists");
  private static final CodeFunction VALUE = CodeFunction.ofAny(JsonPaths.class, "value");

  private static final CodeFunction READABLE = CodeFunction.ofAny(JsonValues.class, "readable");

  private final RexBuilder rexBuilder;

  public JsonTexts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    return switch (call.getOperator().getName()) {
      case "JSON_EXISTS" -> exists(call);
      case "JSON_VALUE" -> value(call);
      case "JSON_QUERY" -> bounded(withPath(call));
      case "JSON_OBJECT", "JSON_ARRAY" -> bounded(withTexts(call));
      default -> call;
    };
  }

  private RexNode bounded(RexNode json) {
    return TEXT.call(rexBuilder, json.getType(), json);
  }

  private RexCall withPath(RexCall call) {
    final List<RexNode> operands = new ArrayList<>(call.getOperands());
    operands.set(1, path(call));
    return call.clone(call.getType(), operands);
  }

  private RexNode path(RexCall call) {
    final RexNode path = call.getOperands().get(1);
    if (path instanceof RexLiteral literal) {
      return literal.isNull()
          ? path
          : rexBuilder.makeLiteral(JsonPaths.path(literal.getValueAs(String.class)));
    }
    return PATH.call(rexBuilder, path.getType(), path);
  }

  private RexNode exists(RexCall call) {
    final List<RexNode> operands = call.getOperands();
    final String onError = operands.size() > 2 ? symbol(operands.get(2)).name() : "FALSE";
    return EXISTS.call(
        rexBuilder, call.getType(), operands.get(0), path(call), rexBuilder.makeLiteral(onError));
  }

  /** As a text, which is cast to the type that is asked for. */
  private RexNode value(RexCall call) {
    final List<RexNode> operands = call.getOperands();
    final List<RexNode> arguments = new ArrayList<>(List.of(operands.get(0), path(call)));
    addBehavior(arguments, operands, SqlJsonEmptyOrError.EMPTY);
    addBehavior(arguments, operands, SqlJsonEmptyOrError.ERROR);
    final boolean isText = SqlTypeUtil.inCharFamily(call.getType());
    final RexNode value =
        VALUE.call(rexBuilder, isText ? call.getType() : text(), arguments.toArray(RexNode[]::new));
    return isText ? value : cast(value, call.getType(), arguments);
  }

  /** A text that cannot be cast is an error of which ON ERROR speaks. */
  private RexNode cast(RexNode value, RelDataType type, List<RexNode> arguments) {
    final RexNode readable =
        READABLE.call(
            rexBuilder,
            text(),
            value,
            rexBuilder.makeLiteral(type.getSqlTypeName().name()),
            rexBuilder.makeExactLiteral(BigDecimal.valueOf(type.getPrecision())),
            rexBuilder.makeExactLiteral(BigDecimal.valueOf(type.getScale())),
            arguments.get(arguments.size() - 2),
            arguments.get(arguments.size() - 1));
    return rexBuilder.makeAbstractCast(type, readable, false);
  }

  /** What stands before ON EMPTY or ON ERROR, and the value if that is DEFAULT. */
  private void addBehavior(
      List<RexNode> arguments, List<RexNode> operands, SqlJsonEmptyOrError ofWhat) {
    Enum<?> behavior = SqlJsonValueEmptyOrErrorBehavior.NULL;
    RexNode value = rexBuilder.makeNullLiteral(text());
    for (int i = 3; i < operands.size(); i++) {
      if (symbol(operands.get(i)) == ofWhat) {
        final Enum<?> before = symbol(operands.get(i - 1));
        final boolean isDefault =
            symbol(operands.get(i - 2)) == SqlJsonValueEmptyOrErrorBehavior.DEFAULT;
        behavior = isDefault ? SqlJsonValueEmptyOrErrorBehavior.DEFAULT : before;
        value = isDefault ? asText(operands.get(i - 1)) : value;
      }
    }
    arguments.add(rexBuilder.makeLiteral(behavior.name()));
    arguments.add(value);
  }

  /** Null if it is none. */
  private static Enum<?> symbol(RexNode operand) {
    return operand instanceof RexLiteral literal
            && literal.getType().getSqlTypeName() == SqlTypeName.SYMBOL
        ? literal.getValueAs(Enum.class)
        : null;
  }

  /** Times would be shown as numbers. */
  private RexCall withTexts(RexCall call) {
    final List<RexNode> operands = new ArrayList<>(call.getOperands());
    for (int i = 0; i < operands.size(); i++) {
      final RexNode value = operands.get(i);
      if (JsonFunction.isTime(value.getType())) {
        operands.set(i, asText(value));
      } else if (JsonFunction.hasTimes(value.getType())) {
        throw SqlMistake.at(
            call.getParserPosition(),
            call.getOperator().getName()
                + " shows no times within other values: write CAST(x AS VARCHAR) for each");
      }
    }
    return call.clone(call.getType(), operands);
  }

  private RexNode asText(RexNode value) {
    return SqlTypeUtil.inCharFamily(value.getType())
        ? value
        : rexBuilder.makeAbstractCast(text(), value, false);
  }

  private RelDataType text() {
    return rexBuilder
        .getTypeFactory()
        .createTypeWithNullability(
            rexBuilder.getTypeFactory().createSqlType(SqlTypeName.VARCHAR), true);
  }
}
